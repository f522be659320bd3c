import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { WORKBOOK_LIMITS } from '../limits.js';
import { refused } from '../refused.js';
import { brokenWorkbook, tooLarge } from './workbook-errors.js';

const MEGABYTE = 1024 * 1024;

/**
 * The files within a workbook. Sizes are judged by what the archive says of them before anything is unpacked; unpacking
 * more than that is an error of its own.
 */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws BadInputError when it is broken, or would become too large */
  static async open(descriptor: number): Promise<Archive> {
    const zip = await whole(fromFdPromise(descriptor, { lazyEntries: true, autoClose: false }));
    if (zip.entryCount > WORKBOOK_LIMITS.parts) throw tooLarge(`has ${zip.entryCount} parts`);
    const entries = await whole(entriesOf(zip));
    checkSizes([...entries.values()]);
    return new Archive(zip, entries);
  }

  has(part: string): boolean {
    return this.entries.has(part.toLowerCase());
  }

  /** The bytes of a part; none when there is no such part. */
  async *read(part: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(part.toLowerCase());
    if (!entry) return;
    if (entry.isEncrypted())
      throw refused(
        'The workbook has a password. Save it without one and choose that file.',
        'WORKBOOK_OLD_OR_LOCKED',
      );
    const stream = await whole(this.zip.openReadStreamPromise(entry));
    try {
      for await (const chunk of stream) yield chunk as Buffer;
    } catch {
      throw brokenWorkbook();
    } finally {
      stream.destroy();
    }
  }

  /** As `read`, for parts that are read as a whole. */
  readSmall(part: string): AsyncGenerator<Buffer> {
    const size = this.entries.get(part.toLowerCase())?.uncompressedSize ?? 0;
    if (size > WORKBOOK_LIMITS.smallPartMegabytes * MEGABYTE)
      throw tooLarge(`has ${Math.ceil(size / MEGABYTE)} MB of names and formats`);
    return this.read(part);
  }
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry) => {
      entries.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function checkSizes(entries: readonly Entry[]): void {
  const { unpackedMegabytes, growth } = WORKBOOK_LIMITS;
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (total > unpackedMegabytes * MEGABYTE) throw tooLarge(`becomes ${Math.ceil(total / MEGABYTE)} MB`);
  const bomb = entries.find(
    ({ uncompressedSize: size, compressedSize }) => size > MEGABYTE && size > compressedSize * growth,
  );
  if (bomb) throw tooLarge(`has a part that grows more than ${growth} times`);
}

/** Whatever is wrong with an archive, people can do one thing about it. */
async function whole<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw brokenWorkbook();
  }
}
