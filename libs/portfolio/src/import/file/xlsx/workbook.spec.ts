import { afterEach, describe, expect, it } from '@jest/globals';
import { sheetOf, workbook } from '../../../../fixtures/workbook.js';
import type { FileTable } from '../file-table.js';
import { openTable } from '../open-table.js';
import { type SpooledFile, spoolUpload } from '../spooled-file.js';
import { shownDate } from './number-format.js';

let spooled: SpooledFile | null = null;
afterEach(async () => {
  await spooled?.close();
  spooled = null;
});

async function open(bytes: Buffer, sheet: string | null = null): Promise<FileTable> {
  async function* upload(): AsyncGenerator<Buffer> {
    yield bytes;
  }
  spooled = await spoolUpload(upload());
  return openTable(spooled, sheet);
}

async function rowsOf(bytes: Buffer, sheet: string | null = null): Promise<unknown[]> {
  const rows = [];
  for await (const { rowNumber, cells } of (await open(bytes, sheet)).rows())
    rows.push([rowNumber, ...cells]);
  return rows;
}

describe('a workbook', () => {
  it('is read by the positions of its cells, with shared and inline texts, booleans and errors', async () => {
    const texts =
      '<si><t>Name</t></si><si><r><t>Tri</t></r><r><rPr><b/></rPr><t xml:space="preserve">age </t></r><rPh><t>reading</t></rPh></si>';
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>A &amp; B_x000D_</t></is></c></row>' +
      '<row r="2"/><row r="4"><c r="B4" t="s"><v>1</v></c><c r="D4" t="b"><v>1</v></c><c r="E4" t="e"><v>#REF!</v></c><c r="F4"/></row>';
    const bytes = workbook({ sheets: [{ name: 'Register', data }], texts });
    expect((await open(bytes)).source).toEqual({ encoding: null, delimiter: null, sheet: 'Register' });
    await spooled?.close();
    expect(await rowsOf(bytes)).toEqual([
      [1, 'Name', '', 'A & B\r'],
      [4, '', 'Triage ', '', 'TRUE', '#REF!'],
    ]);
  });

  it('gives formulas as their values, and as an error where nobody has calculated them', async () => {
    const data =
      '<row><c><f>1+2</f><v>3</v></c><c t="str"><f>A1&amp;"x"</f><v>3x</v></c><c><f>NOW()</f></c></row>';
    expect(await rowsOf(workbook({ sheets: [{ name: 'S', data }] }))).toEqual([[1, '3', '3x', '#CALC!']]);
  });

  it('gives numbers as a spreadsheet shows them', async () => {
    const numbers = ['0.30000000000000004', '2024', '1E3', '-7.5'];
    const data = `<row>${numbers.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`;
    expect(await rowsOf(workbook({ sheets: [{ name: 'S', data }] }))).toEqual([
      [1, '0.3', '2024', '1000', '-7.5'],
    ]);
  });

  const formats = ['yyyy-mm-dd', 'mmm yyyy', 'yyyy', 'h:mm', '0.00'];
  const cells = (values: readonly [number, string][]): string =>
    `<row>${values.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('')}</row>`;

  it('gives dates as precisely as they are shown', async () => {
    const data =
      cells([
        [1, '45352.75'],
        [2, '45352'],
        [3, '45352'],
        [4, '0.5'],
        [5, '45352'],
        [6, '45352'],
      ]) + '<row><c t="d"><v>2024-03-01T10:00:00</v></c></row>';
    expect(await rowsOf(workbook({ sheets: [{ name: 'S', data }], formats }))).toEqual([
      [1, '2024-03-01', '2024-03', '2024', '0.5', '45352', '2024-03-01'],
      [2, '2024-03-01'],
    ]);
  });

  it('counts days from 1900 with the day that never was, or from 1904', async () => {
    const data = cells([
      [1, '1'],
      [1, '59'],
      [1, '61'],
      [1, '2023'],
      [1, '-1'],
    ]);
    const sheets = [{ name: 'S', data }];
    expect(await rowsOf(workbook({ sheets, formats }))).toEqual([
      [1, '1900-01-01', '1900-02-28', '1900-03-01', '1905-07-15', '-1'],
    ]);
    await spooled?.close();
    expect(await rowsOf(workbook({ sheets, formats, is1904: true }))).toEqual([
      [1, '1904-01-02', '1904-02-29', '1904-03-02', '1909-07-16', '-1'],
    ]);
  });

  it.each([
    ['m/d/yy h:mm', 'DAY'],
    ['[$-409]mmm\\-yy;@', 'MONTH'],
    ['"dated" yyyy', 'YEAR'],
    ['[h]:mm:ss', null],
    ['h:mm AM/PM', null],
    ['General', null],
    ['[Red]#,##0.00_);(#,##0)', null],
    ['0 "days"', null],
  ])('knows what %s shows of a date', (format, shown) => {
    expect(shownDate(format)).toBe(shown);
  });
});

describe('the sheets of a workbook', () => {
  const list = { ...sheetOf([['Pilot'], ['Live']], 'Lists'), state: 'hidden' as const };
  const empty = { name: 'Empty', data: '<row><c s="1"/></row>' };
  const one = sheetOf([['Name'], ['A']], '2024');
  const other = sheetOf([['Name'], ['B']], '2023');

  it('are one when no other one that people see holds data', async () => {
    expect((await open(workbook({ sheets: [list, empty, one] }))).source.sheet).toBe('2024');
  });

  it('are for people to choose from when several hold data, hidden ones last', async () => {
    const bytes = workbook({ sheets: [list, one, empty, other] });
    const sheets = [
      { name: '2024', isHidden: false },
      { name: '2023', isHidden: false },
      { name: 'Lists', isHidden: true },
    ];
    await expect(open(bytes)).rejects.toMatchObject({ reason: 'SHEET_CHOICE', path: ['sheet'], sheets });
    await spooled?.close();
    await expect(open(bytes, '2022')).rejects.toMatchObject({ reason: 'SHEET_CHOICE', sheets });
    await spooled?.close();
    expect(await rowsOf(bytes, '2023')).toEqual([
      [1, 'Name'],
      [2, 'B'],
    ]);
    await spooled?.close();
    expect(await rowsOf(bytes, 'Lists')).toHaveLength(2);
  });
});
