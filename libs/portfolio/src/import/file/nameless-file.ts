import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refused } from './refused.js';

const READ_BYTES = 64 * 1024;

/** A file without a name is gone with the process that holds it open, however that ends. */
export async function openNameless(where: string = tmpdir()): Promise<FileHandle> {
  const folder = await mkdtemp(join(where, 'pilotage-upload-'));
  try {
    return await open(join(folder, 'file'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * All of it: a disk that is nearly full takes a part of a chunk without complaint.
 *
 * @throws BadInputError when the disk is full (reason NO_SPACE)
 */
export async function append(file: FileHandle, data: Buffer | string): Promise<void> {
  try {
    await file.writeFile(data);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw refused(
      'There is no space left on the server to take the file in. Try again later, and tell whoever runs it.',
      'NO_SPACE',
    );
  }
}

/** By position: a stream over a handle takes the handle with it when its reader stops early. */
export async function* bytesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
