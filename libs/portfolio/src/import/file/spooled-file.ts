import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadInputError } from '@pilotage/platform';
import { decodeText, type DetectedFile, type Encoding, EncodingDetector } from './encoding.js';
import { IMPORT_LIMITS } from './limits.js';

/** An upload on disk: read once to know what it is, read again to parse it, never whole in memory. */
export interface SpooledFile {
  readonly byteCount: number;
  readonly digest: string;
  readonly encoding: Encoding;
  text(): AsyncGenerator<string>;
  remove(): Promise<void>;
}

/**
 * Takes an upload to disk. The caller removes it.
 *
 * @throws BadInputError when it is too large, empty, or no text (reasons FILE_TOO_LARGE, FILE_EMPTY, FILE_NOT_TEXT)
 */
export async function spoolUpload(upload: AsyncIterable<Buffer>): Promise<SpooledFile> {
  const folder = await mkdtemp(join(tmpdir(), 'pilotage-upload-'));
  const path = join(folder, 'file');
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const { byteCount, digest, detected } = await write(upload, path);
    if (byteCount === 0)
      throw refused('The file is empty. Choose a CSV file with a header row.', 'FILE_EMPTY');
    if (detected.kind !== 'text') throw refused(notText(detected), 'FILE_NOT_TEXT');
    const { encoding } = detected;
    return { byteCount, digest, encoding, text: () => decodeText(createReadStream(path), encoding), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function write(
  upload: AsyncIterable<Buffer>,
  path: string,
): Promise<{ byteCount: number; digest: string; detected: DetectedFile }> {
  const hash = createHash('sha256');
  const detector = new EncodingDetector();
  const file = await open(path, 'wx', 0o600);
  let byteCount = 0;
  try {
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
  } finally {
    await file.close();
  }
  return { byteCount, digest: hash.digest('hex'), detected: detector.finish() };
}

function notText(detected: Exclude<DetectedFile, { kind: 'text' }>): string {
  switch (detected.kind) {
    case 'spreadsheet':
      return 'The file is a spreadsheet workbook, whatever its name says. Save it as CSV (UTF-8) and choose that file.';
    case 'utf-16':
      return 'The file is text in UTF-16. Save it as CSV (UTF-8) and choose that file.';
    case 'binary':
      return 'The file is no text, whatever its name says. Choose a CSV file.';
  }
}

const refused = (message: string, reason: string): BadInputError =>
  new BadInputError(message, ['file'], reason);
