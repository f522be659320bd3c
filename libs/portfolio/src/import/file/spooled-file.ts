import { createHash } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DetectedFile, EncodingDetector } from './encoding.js';
import { IMPORT_LIMITS } from './limits.js';
import { refused } from './refused.js';

const READ_BYTES = 64 * 1024;

/** An upload on disk: read once to know what it is, read again to parse it, never whole in memory. */
export interface SpooledFile {
  readonly byteCount: number;
  readonly digest: string;
  readonly detected: DetectedFile;
  /** Of a file without a name; good until it is closed. */
  readonly descriptor: number;
  bytes(): AsyncGenerator<Buffer>;
  /** Gives its space back. */
  close(): Promise<void>;
}

/**
 * Takes an upload to disk. The caller closes it.
 *
 * @throws BadInputError when it is too large or empty (reasons FILE_TOO_LARGE, FILE_EMPTY)
 */
export async function spoolUpload(
  upload: AsyncIterable<Buffer>,
  where: string = tmpdir(),
): Promise<SpooledFile> {
  const file = await openNameless(where);
  try {
    const written = await write(upload, file);
    if (written.byteCount === 0)
      throw refused('The file is empty. Choose a file with a header row.', 'FILE_EMPTY');
    return {
      ...written,
      descriptor: file.fd,
      bytes: () => bytesOf(file),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A file without a name is gone with the process that holds it open, however that ends. */
async function openNameless(where: string): Promise<FileHandle> {
  const folder = await mkdtemp(join(where, 'pilotage-upload-'));
  try {
    return await open(join(folder, 'file'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(
  upload: AsyncIterable<Buffer>,
  file: FileHandle,
): Promise<Pick<SpooledFile, 'byteCount' | 'digest' | 'detected'>> {
  const hash = createHash('sha256');
  const detector = new EncodingDetector();
  let byteCount = 0;
  for await (const chunk of upload) {
    byteCount += chunk.length;
    if (byteCount > IMPORT_LIMITS.megabytes * 1024 * 1024)
      throw refused(
        `The file is larger than ${IMPORT_LIMITS.megabytes} MB. Split it, or leave out columns that are not needed.`,
        'FILE_TOO_LARGE',
      );
    hash.update(chunk);
    detector.add(chunk);
    await file.write(chunk);
  }
  return { byteCount, digest: hash.digest('hex'), detected: detector.finish() };
}

/** By position: a stream over a handle takes the handle with it when its reader stops early. */
async function* bytesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
