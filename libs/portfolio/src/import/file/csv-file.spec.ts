import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ColumnSummary, cut } from './columns.js';
import { readCsvRows } from './csv-rows.js';
import { findDelimiter } from './delimiter.js';
import { IMPORT_LIMITS } from './limits.js';
import { type SpooledFile, spoolUpload } from './spooled-file.js';

let spooled: SpooledFile | null = null;
afterEach(async () => {
  await spooled?.close();
  spooled = null;
});

async function* pieces(...parts: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part);
}

async function rowsOf(...parts: (string | Buffer)[]): Promise<(readonly string[])[]> {
  spooled = await spoolUpload(pieces(...parts));
  const delimiter = await findDelimiter(spooled.text());
  const rows: (readonly string[])[] = [];
  for await (const { cells } of readCsvRows(spooled.text(), delimiter)) rows.push(cells);
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
    expect(spooled?.encoding).toBe('UTF-8');
  });

  it('takes text that is no UTF-8 for Windows-1252', async () => {
    expect(await rowsOf(Buffer.from([0x41, 0x0a, 0x93, 0xe9, 0x94, 0x80]))).toEqual([['A'], ['“é”€']]);
    expect(spooled?.encoding).toBe('WINDOWS-1252');
  });

  it('keeps line breaks and separators in quotes, and counts empty rows without returning them', async () => {
    spooled = await spoolUpload(pieces('a,b\r\n"x\ny","1,5"\r\n,\r\n\r\nz,2\r\n'));
    const rows = [];
    for await (const row of readCsvRows(spooled.text(), ',')) rows.push(row);
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
    ['none', 'a\n', ','],
  ])('finds the delimiter: %s', async (_, text, delimiter) => {
    spooled = await spoolUpload(pieces(text));
    expect(await findDelimiter(spooled.text())).toBe(delimiter);
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
      expect(await findDelimiter(spooled.text())).toBe(';');
      expect(await findDelimiter(spooled.text())).toBe(';');
    } finally {
      await rm(where, { recursive: true });
    }
  });

  it('never cuts a character in half', () => {
    expect(cut('ab😀cd', 4)).toBe('ab…');
    expect(cut('ab', 2)).toBe('ab');
  });
});

describe('what is no CSV file', () => {
  const megabyte = Buffer.alloc(1024 * 1024, 'a');

  it.each([
    ['nothing', [''], 'FILE_EMPTY'],
    ['a picture', [Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')], 'FILE_NOT_TEXT'],
    ['a workbook', [Buffer.from('504b030414000600', 'hex')], 'FILE_NOT_TEXT'],
    ['a document', ['%PDF-1.7 text'], 'FILE_NOT_TEXT'],
    ['UTF-16', [Buffer.from('\uFEFFa,b', 'utf16le')], 'FILE_NOT_TEXT'],
    ['a zero byte far in', ['a,b\n'.repeat(100_000), Buffer.from([0])], 'FILE_NOT_TEXT'],
    ['too many columns', [`${'x,'.repeat(299)}x\n`], 'TOO_MANY_COLUMNS'],
    ['a quote that never closes', ['a,b\n1,"2\n3,4\n'], 'BROKEN_QUOTES'],
    ['a quote that swallows the file', ['a,b\n1,"2\n', 'x,y\n'.repeat(600_000)], 'BROKEN_QUOTES'],
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
});
