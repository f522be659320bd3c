import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { type DetectedFile, EncodingDetector } from './encoding.js';
import { IMPORT_LIMITS } from './limits.js';
import { append, bytesOf, openNameless } from './nameless-file.js';
import { refused } from './refused.js';

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
 * @throws BadInputError when it is too large or empty, or the disk is full (reasons FILE_TOO_LARGE, FILE_EMPTY, NO_SPACE)
 */
export async function spoolUpload(upload: AsyncIterable<Buffer>, where?: string): Promise<SpooledFile> {
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
    await append(file, chunk);
  }
  return { byteCount, digest: hash.digest('hex'), detected: detector.finish() };
}
