import { type FileHandle, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ColumnSummary, cut } from './columns.js';
import { IMPORT_LIMITS } from './limits.js';
import type { FileTable } from './file-table.js';
import { openTable } from './open-table.js';
import { type SpooledFile, spoolUpload } from './spooled-file.js';

let spooled: SpooledFile | null = null;
afterEach(async () => {
  await spooled?.close();
  spooled = null;
});

async function* pieces(...parts: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part);
}

async function tableOf(...parts: (string | Buffer)[]): Promise<FileTable> {
  spooled = await spoolUpload(pieces(...parts));
  return openTable(spooled, null);
}

async function rowsOf(...parts: (string | Buffer)[]): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of (await tableOf(...parts)).rows()) rows.push(cells);
  return rows;
}

const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'accepted',
    (error: { reason?: string; path?: readonly string[] }) => {
      expect(error.path).toEqual(['file']);
      return error.reason;
    },
  );

describe('reading a CSV file', () => {
  it('reads UTF-8 with and without byte order mark, also cut in the middle of a character', async () => {
    const text = Buffer.from('\uFEFFName;Ort\nBärbel;Köln\n');
    expect(await rowsOf(text.subarray(0, 14), text.subarray(14))).toEqual([
      ['Name', 'Ort'],
      ['Bärbel', 'Köln'],
    ]);
    expect(spooled?.detected).toEqual({ kind: 'text', encoding: 'UTF-8' });
  });

  it('takes text that is no UTF-8 for Windows-1252', async () => {
    expect(await rowsOf(Buffer.from([0x41, 0x0a, 0x93, 0xe9, 0x94, 0x80]))).toEqual([['A'], ['“é”€']]);
    expect(spooled?.detected).toEqual({ kind: 'text', encoding: 'WINDOWS-1252' });
  });

  it('reads UTF-16 of both byte orders by its mark', async () => {
    const little = Buffer.from('\uFEFFName\tOrt\nBärbel\tKöln\n', 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      expect(await rowsOf(bytes.subarray(0, 7), bytes.subarray(7))).toEqual([
        ['Name', 'Ort'],
        ['Bärbel', 'Köln'],
      ]);
      await spooled?.close();
    }
  });

  it('takes Windows-1252 for what it is where two characters happen to make one of UTF-8', async () => {
    const bytes = Buffer.from('A\n\u00abCAF\u00c9\u00bb \u00e9t\u00e9\n', 'latin1');
    expect(await rowsOf(bytes)).toEqual([['A'], ['«CAFÉ» été']]);
  });

  it('keeps line breaks and separators in quotes, and counts empty rows without returning them', async () => {
    const table = await tableOf('a,b\r\n"x\ny","1,5"\r\n,\r\n\r\nz,2\r\n');
    const rows = [];
    for await (const row of table.rows()) rows.push(row);
    expect(rows).toEqual([
      { rowNumber: 1, cells: ['a', 'b'] },
      { rowNumber: 2, cells: ['x\ny', '1,5'] },
      { rowNumber: 5, cells: ['z', '2'] },
    ]);
  });

  it.each([
    ['comma', 'a,b,c\n', ','],
    ['semicolon', 'a;"b,c,d,e";c\n1,5;2;3', ';'],
    ['tab', 'a\tb, c\td\te\n', '\t'],
    ['bar', 'a|b|c\n1|2, 3, 4|5\n', '|'],
    ['semicolon below a preamble', 'Register, of AI, 2024\n\na;b\n1;2\n3;4\n', ';'],
    ['none', 'a\n', ','],
  ])('finds the delimiter: %s', async (_, text, delimiter) => {
    expect((await tableOf(text)).source).toEqual({ encoding: 'UTF-8', delimiter, sheet: null });
  });

  it('shows columns with their header, three different samples and how many rows are filled', () => {
    const summary = new ColumnSummary(['Name', 'Name']);
    for (const cells of [['a', ''], ['a', ' '], ['b\nb'], ['c', 'x'], ['d', '']]) summary.add(cells);
    expect(summary.columns()).toEqual([
      { index: 0, header: 'Name', samples: ['a', 'b b', 'c'], filled: 5 },
      { index: 1, header: 'Name', samples: ['x'], filled: 1 },
    ]);
  });

  it('leaves no file behind, not even while it reads one', async () => {
    const where = await mkdtemp(join(tmpdir(), 'spooled-'));
    try {
      spooled = await spoolUpload(pieces('a;b\n1;2\n'), where);
      expect(await readdir(where)).toEqual([]);
      for (let time = 0; time < 2; time += 1)
        expect((await openTable(spooled, null)).source.delimiter).toBe(';');
    } finally {
      await rm(where, { recursive: true });
    }
  });

  it('never cuts a character in half', () => {
    expect(cut('ab😀cd', 4)).toBe('ab…');
    expect(cut('ab', 2)).toBe('ab');
  });
});

describe('what cannot be read', () => {
  const megabyte = Buffer.alloc(1024 * 1024, 'a');

  it.each([
    ['nothing', [''], 'FILE_EMPTY'],
    ['a picture', [Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')], 'FILE_NOT_TEXT'],
    ['a document', ['%PDF-1.7 text'], 'FILE_NOT_TEXT'],
    ['a zero in UTF-16', [Buffer.from('\uFEFFa,b\n1,\0', 'utf16le')], 'FILE_NOT_TEXT'],
    ['UTF-8 with a stray byte', ['Bärbel,Köln\nDüren,x\n', Buffer.from([0xe9])], 'MIXED_ENCODINGS'],
    ['a zero byte far in', ['a,b\n'.repeat(100_000), Buffer.from([0])], 'FILE_NOT_TEXT'],
    ['too many columns', [`${'x,'.repeat(299)}x\n`], 'TOO_MANY_COLUMNS'],
    ['a quote that never closes', ['a,b\n1,"2\n3,4\n'], 'BROKEN_QUOTES'],
    ['a quote that swallows the file', ['a,b\n1,"2\n', 'x,y\n'.repeat(600_000)], 'ROW_TOO_LONG'],
    ['a quote inside a cell', ['a,b\n1,2"3\n'], 'BROKEN_QUOTES'],
    ['a cell of a million characters', [`a,b\n1,${'x'.repeat(1_000_000)}\n`], 'CELL_TOO_LONG'],
    ['too many rows', ['a\n', 'x\n'.repeat(IMPORT_LIMITS.rows + 1)], 'TOO_MANY_ROWS'],
  ])('refuses %s', async (_, parts, reason) => {
    expect(await reasonOf(rowsOf(...parts))).toBe(reason);
  });

  it('refuses what is larger than the limit, and says which', async () => {
    async function* large(): AsyncGenerator<Buffer> {
      for (let count = 0; count < 200; count += 1) yield megabyte;
    }
    await expect(spoolUpload(large())).rejects.toMatchObject({
      reason: 'FILE_TOO_LARGE',
      message: expect.stringContaining('50 MB'),
    });
  });

  it('says that the disk of the server is full, not that the file is wrong', async () => {
    const any = await open('/dev/null');
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    jest.spyOn(Object.getPrototypeOf(any) as FileHandle, 'writeFile').mockRejectedValue(full);
    await any.close();
    await expect(spoolUpload(pieces('a;b\n1;2\n'))).rejects.toMatchObject({
      reason: 'NO_SPACE',
      message: expect.stringContaining('no space left'),
    });
    jest.restoreAllMocks();
  });
});
