import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { sheetOf, workbook } from '../../fixtures/workbook.js';
import { World } from '../../fixtures/world.js';
import { zip } from '../../fixtures/zip.js';
import { WORKBOOK_LIMITS } from './file/limits.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
  world = await World.of(db.unitOfWork, await db.createTenant());
});
afterAll(() => db.close());

const sizes = (): Promise<object[]> =>
  world.query(
    `select (select count(*)::int from import) as imports, (select count(*)::int from import_row) as rows,
            (select count(*)::int from import_finding) as findings`,
  );

const rows = [
  ['Name', 'Stage'],
  ['Chatbot', 'Live'],
];
const plain = workbook({ sheets: [sheetOf(rows)] });
const withPart = (name: string, content: string | Buffer): Buffer =>
  workbook({ sheets: [sheetOf(rows)], others: [{ name, content }] });
const withSheet = (content: string): Buffer => withPart('xl/worksheets/sheet1.xml', content);
const spaces = ' '.repeat(20 * 1024 * 1024);
const oleHeader = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const columns = (count: number): string[] => Array.from({ length: count }, (_, index) => `C${index}`);

const REFUSED: [what: string, file: () => string | Buffer, reason: string, sentence: RegExp][] = [
  ['an empty file', () => '', 'FILE_EMPTY', /Choose a file with a header row/],
  ['a header alone', () => 'Name,Stage\n', 'FILE_EMPTY', /no rows/],
  [
    'a workbook with a header alone',
    () => workbook({ sheets: [sheetOf([rows[0]!])] }),
    'FILE_EMPTY',
    /no rows/,
  ],
  ['a workbook with nothing', () => workbook({ sheets: [sheetOf([])] }), 'FILE_EMPTY', /workbook is empty/],
  ['a lone quote', () => 'Name,Stage\n"Chatbot,Live\n', 'BROKEN_QUOTES', /Row 2 opens a quote/],
  ['a quote within a cell', () => 'Name\nChat"bot\n', 'BROKEN_QUOTES', /Row 2 has a quote/],
  ['bytes of zero', () => 'Name,Stage\nChat\0bot,Live\n', 'FILE_NOT_TEXT', /Choose a CSV or XLSX file/],
  [
    'two encodings in one text',
    () => Buffer.concat([Buffer.from('Name\nBärbel\nDüren\n'), Buffer.from([0xe9, 0x0a])]),
    'MIXED_ENCODINGS',
    /not in line 4/,
  ],
  ['10,000 columns', () => `${columns(10_000).join(',')}\n`, 'TOO_MANY_COLUMNS', /Leave out columns/],
  [
    '10,000 columns in a sheet',
    () => workbook({ sheets: [sheetOf([columns(10_000)])] }),
    'TOO_MANY_COLUMNS',
    /Row 1 has something in column 251/,
  ],
  ['a cell of 5 MB', () => `Name\n${'x'.repeat(5_000_000)}\n`, 'ROW_TOO_LONG', /Row 2 has more than/],
  [
    'a cell of 5 MB in a sheet',
    () => workbook({ sheets: [sheetOf([['Name'], ['xy'.repeat(2_500_000)]])] }),
    'WORKBOOK_TOO_LARGE',
    /Save the sheet as CSV/,
  ],
  [
    'a long cell in a sheet',
    () => workbook({ sheets: [sheetOf([['Name'], [`${columns(30_000).join('')}`]])] }),
    'CELL_TOO_LONG',
    /Row 2, column 1/,
  ],
  [
    'more rows than an import may have',
    () => workbook({ sheets: [{ name: 'S', data: '<row><c><v>1</v></c></row>'.repeat(200_002) }] }),
    'WORKBOOK_TOO_LARGE',
    /Save the sheet as CSV/,
  ],
  [
    'a part that grows a thousand times',
    () => withPart('xl/media/bomb', spaces),
    'WORKBOOK_TOO_LARGE',
    /grows/,
  ],
  [
    'a part that is larger than it says',
    () => workbook({ sheets: [sheetOf(rows)], others: [{ name: 'xl/styles.xml', content: `<a>${spaces}</a>`, claimedSize: 90 }] }), // prettier-ignore
    'WORKBOOK_BROKEN',
    /damaged/,
  ],
  [
    'parts that become gigabytes together',
    () => zip(Array.from({ length: 20 }, (_, index) => ({ name: `part${index}`, content: 'x', claimedSize: 60_000_000 }))), // prettier-ignore
    'WORKBOOK_TOO_LARGE',
    /becomes 1145 MB/,
  ],
  [
    'more parts than a workbook has',
    () => zip(Array.from({ length: WORKBOOK_LIMITS.parts + 1 }, (_, index) => ({ name: `part${index}`, content: '' }))), // prettier-ignore
    'WORKBOOK_TOO_LARGE',
    /2001 parts/,
  ],
  ['an archive within an archive', () => zip([{ name: 'inner.xlsx', content: plain }]), 'NOT_A_WORKBOOK', /\.xlsx or CSV/], // prettier-ignore
  [
    'an archive that was cut off',
    () => plain.subarray(0, plain.length - 40),
    'WORKBOOK_BROKEN',
    /not sent whole/,
  ],
  ['an archive with damage within', () => damaged(plain), 'WORKBOOK_BROKEN', /damaged/],
  [
    'entities that multiply',
    () => withSheet(`<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`), // prettier-ignore
    'WORKBOOK_BROKEN',
    /entities of its own/,
  ],
  [
    'an entity from outside',
    () => withSheet(`<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet/>`),
    'WORKBOOK_BROKEN',
    /entities of its own/,
  ],
  [
    'an entity that is not defined',
    () => withSheet('<worksheet>&boom;</worksheet>'),
    'WORKBOOK_BROKEN',
    /damaged/,
  ],
  ['elements without end', () => withSheet('<a>'.repeat(5_000)), 'WORKBOOK_BROKEN', /damaged/],
  [
    'an element with thousands of attributes',
    () => withSheet(`<worksheet ${columns(5_000).map((name) => `${name}=""`).join(' ')}/>`), // prettier-ignore
    'WORKBOOK_BROKEN',
    /damaged/,
  ],
  [
    'rows that go backwards',
    () => workbook({ sheets: [{ name: 'S', data: '<row r="2"><c><v>1</v></c></row><row r="1"/>' }] }),
    'WORKBOOK_BROKEN',
    /damaged/,
  ],
  [
    'a workbook with a password, or of before 2007',
    () => oleHeader,
    'WORKBOOK_OLD_OR_LOCKED',
    /without a password/,
  ],
];

/** One byte of the packed sheet is another. */
function damaged(file: Buffer): Buffer {
  const at = file.indexOf('xl/worksheets/sheet1.xml') + 24;
  const copy = Buffer.from(file);
  copy[at + 30]! ^= 0xff;
  return copy;
}

describe('a hostile file', () => {
  it.each(REFUSED)('with %s is refused, says why, and leaves nothing', async (_, file, reason, sentence) => {
    const before = await sizes();
    await expect(world.upload(file(), 'hostile')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      reason,
      message: expect.stringMatching(sentence),
    });
    expect(await sizes()).toEqual(before);
  });
});

describe('a file that is odd but true', () => {
  const MAPPING = {
    identity: [0],
    name: 0,
    stageValues: [],
    dates: [],
    keepOthersAsAttributes: true,
    asOfOn: '2024-12-16',
    livingOnly: true,
  };
  const attributesOf = async (file: string | Buffer): Promise<object[]> => {
    world = await World.of(db.unitOfWork, await db.createTenant());
    await world.import(file, MAPPING);
    return world.query('select name, attributes from initiative_revision order by name');
  };

  it('keeps what looks like a formula as the text that it is', async () => {
    const formula = `=cmd|' /C calc'!A0`;
    expect(await attributesOf(`Name,Note\nA,${formula}\n`)).toEqual([
      { name: 'A', attributes: [{ name: 'Note', value: formula }] },
    ]);
  });

  it('tells columns of one header apart', async () => {
    expect(await attributesOf('Name,Note,Note\nA,x,y\n')).toEqual([
      {
        name: 'A',
        attributes: [
          { name: 'Note (column 2)', value: 'x' },
          { name: 'Note (column 3)', value: 'y' },
        ],
      },
    ]);
  });

  it('reads names of right-to-left scripts, without what turns the text around them', async () => {
    expect(await attributesOf('Name,Note\nמשרד,\u202Ex\u202C\n')).toEqual([
      { name: 'משרד', attributes: [{ name: 'Note', value: 'x' }] },
    ]);
  });

  it('has a million formatted rows with nothing in them', async () => {
    const rowsOf = function* (): Generator<string> {
      for (let row = 3; row <= 1_048_576; row += 1) yield `<row r="${row}"><c r="A${row}" s="1"/></row>`;
    };
    const name = (text: string): string => `<row><c t="str"><v>${text}</v></c></row>`;
    const data = [name('Name'), name('A'), ...rowsOf()].join('');
    expect(await attributesOf(workbook({ sheets: [{ name: 'S', data }] }))).toEqual([
      { name: 'A', attributes: [] },
    ]);
  });
});
