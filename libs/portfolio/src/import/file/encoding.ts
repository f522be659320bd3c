export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'WINDOWS-1252';

export type DetectedFile =
  | { readonly kind: 'text'; readonly encoding: Encoding }
  /** A ZIP archive, as workbooks are. */
  | { readonly kind: 'archive' }
  /** The container of workbooks before 2007, and of those with a password. */
  | { readonly kind: 'compound' }
  | { readonly kind: 'binary' };

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly file: DetectedFile }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], file: { kind: 'archive' } },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], file: { kind: 'compound' } },
  { bytes: [0x25, 0x50, 0x44, 0x46], file: { kind: 'binary' } },
  { bytes: [0xff, 0xfe], file: { kind: 'text', encoding: 'UTF-16LE' } },
  { bytes: [0xfe, 0xff], file: { kind: 'text', encoding: 'UTF-16BE' } },
];
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
/** Control characters beyond tab and line breaks; a stray one happens in text, one in a hundred does not. */
const MAX_CONTROL_SHARE = 0.01;

/**
 * Decides what a file is from all of its bytes: the first one that is no UTF-8 may be the last of 50 MB. Whatever is
 * text but not UTF-8 is taken for Windows-1252, which spreadsheets write and which gives every byte a character.
 */
export class EncodingDetector {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private isUtf8 = true;
  private hasZero = false;
  private controls = 0;
  private length = 0;
  private start = Buffer.alloc(0);

  add(chunk: Buffer): void {
    if (this.start.length < 4) this.start = Buffer.concat([this.start, chunk.subarray(0, 4)]).subarray(0, 4);
    this.length += chunk.length;
    for (const byte of chunk) {
      if (byte >= 0x20) continue;
      if (byte === 0) this.hasZero = true;
      else if (byte < TAB || byte > CARRIAGE_RETURN) this.controls += 1;
    }
    if (this.isUtf8) this.isUtf8 = this.decodes(chunk, true);
  }

  finish(): DetectedFile {
    const signature = SIGNATURES.find(({ bytes }) =>
      bytes.every((byte, index) => this.start[index] === byte),
    );
    if (signature) return signature.file;
    if (this.hasZero || this.controls > this.length * MAX_CONTROL_SHARE) return { kind: 'binary' };
    const isUtf8 = this.isUtf8 && this.decodes(Buffer.alloc(0), false);
    return { kind: 'text', encoding: isUtf8 ? 'UTF-8' : 'WINDOWS-1252' };
  }

  private decodes(chunk: Buffer, stream: boolean): boolean {
    try {
      this.utf8.decode(chunk, { stream });
      return true;
    } catch {
      return false;
    }
  }
}

/** The text of a byte stream, piece by piece; a byte order mark is dropped. */
export async function* decodeText(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * The first line with a byte that is no UTF-8 in a text that is UTF-8 otherwise; null when the text is of one piece.
 * Windows-1252 forms a character of UTF-8 by accident now and then, never most of the time.
 */
export async function findMixedLine(bytes: AsyncIterable<Buffer>): Promise<number | null> {
  let characters = 0;
  let strays = 0;
  let lines = 1;
  let firstLine: number | null = null;
  for await (const text of decodeText(bytes, 'UTF-8')) {
    characters += text.match(/[\u0080-\u{10FFFF}]/gu)?.length ?? 0;
    strays += text.match(/\uFFFD/g)?.length ?? 0;
    const stray: number = firstLine === null ? text.indexOf('\uFFFD') : -1;
    if (stray >= 0) firstLine = lines + newlinesIn(text.slice(0, stray));
    lines += newlinesIn(text);
  }
  return characters - strays > strays ? firstLine : null;
}

const newlinesIn = (text: string): number => text.split('\n').length - 1;
