export type Encoding = 'UTF-8' | 'WINDOWS-1252';

export type DetectedFile =
  | { readonly kind: 'text'; readonly encoding: Encoding }
  | { readonly kind: 'spreadsheet' }
  | { readonly kind: 'utf-16' }
  | { readonly kind: 'binary' };

const SIGNATURES: readonly { bytes: readonly number[]; kind: 'spreadsheet' | 'utf-16' | 'binary' }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'spreadsheet' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: 'spreadsheet' },
  { bytes: [0xff, 0xfe], kind: 'utf-16' },
  { bytes: [0xfe, 0xff], kind: 'utf-16' },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: 'binary' },
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
    if (signature) return { kind: signature.kind };
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
