import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BadInputError, ConflictError, newId, NotFoundError } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { sheetOf, workbook } from '../../fixtures/workbook.js';
import { World } from '../../fixtures/world.js';
import type { Import } from './import.graphql.js';
import type { ImportId } from './import.types.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const find = (id: ImportId): Promise<Import> => world.importReader.find(world.manager, id);
const choose = (importId: ImportId, row: number): Promise<ImportId> =>
  world.importHeaders.choose(world.manager, { importId, row });
const initiatives = (): Promise<object[]> =>
  world.query('select name, stage from initiative_current order by key_number');

const MAPPING = {
  identity: [0],
  name: 0,
  stage: 1,
  stageValues: [{ value: 'Live', stage: 'PRODUCTION' }],
  dates: [],
  keepOthersAsAttributes: true,
  asOfOn: '2024-12-16',
  livingOnly: true,
};
const TABLE = [
  ['Register of the agency', ''],
  ['Name', 'Stage'],
  ['Chatbot', 'Live'],
  ['Triage', 'Live'],
];

describe('a workbook', () => {
  it('is imported as a text would be, and says of which sheet it is', async () => {
    const sheets = [sheetOf(TABLE.slice(1), 'AI 2024'), sheetOf([['Name'], ['Other']], 'Other')];
    const bytes = workbook({ sheets });
    await expect(world.upload(bytes, 'r.xlsx')).rejects.toMatchObject({ reason: 'SHEET_CHOICE' });
    const id = await world.upload(bytes, 'r.xlsx', 'AI 2024');
    expect(await find(id)).toMatchObject({ sheet: 'AI 2024', encoding: null, delimiter: null, rowCount: 2 });
    await world.imports.check(world.manager, { importId: id, mapping: MAPPING });
    await world.work(id);
    await world.imports.start(world.manager, { importId: id, idempotencyKey: newId() });
    await world.work(id);
    expect(await initiatives()).toEqual([
      { name: 'Chatbot', stage: 'PRODUCTION' },
      { name: 'Triage', stage: 'PRODUCTION' },
    ]);
  });

  it('has empty cells where it leaves them out, not missing ones', async () => {
    const id = await world.import(workbook({ sheets: [sheetOf([...TABLE.slice(1), ['Router']])] }), MAPPING);
    const codes = await world.query(
      `select code from import_finding where import_id = $1 and row_number = 4`,
      [id],
    );
    expect(codes).toEqual([{ code: 'STAGE_MISSING' }]);
  });
});

describe('the header row', () => {
  const FILE = TABLE.map((cells) => cells.join(',')).join('\n');

  it('is found below a preamble, which is no data', async () => {
    const id = await world.upload(FILE);
    expect(await find(id)).toMatchObject({
      headerRow: 2,
      rowCount: 2,
      columns: [
        { header: 'Name', samples: ['Chatbot', 'Triage'], filled: 2 },
        { header: 'Stage', samples: ['Live'], filled: 2 },
      ],
    });
    expect(await world.importDetails.firstRows(world.manager, id)).toEqual(
      TABLE.map((cells, index) => ({ rowNumber: index + 1, cells })),
    );
    expect(await world.importDetails.values(world.manager, await find(id), 1)).toEqual([
      { value: 'Live', count: 2 },
    ]);
  });

  it('can be another one; mapping and check then begin anew', async () => {
    const id = await world.upload(`Kept,At\n${FILE}`);
    expect(await find(id)).toMatchObject({ headerRow: 1, rowCount: 4 });
    await world.imports.check(world.manager, { importId: id, mapping: MAPPING });
    await world.work(id);
    expect(await find(id)).toMatchObject({ state: 'CHECKED', counts: { rows: 4 } });

    await choose(id, 3);
    expect(await find(id)).toMatchObject({
      state: 'UPLOADED',
      headerRow: 3,
      rowCount: 2,
      mapping: null,
      counts: null,
      progress: null,
      columns: [{ header: 'Name' }, { header: 'Stage' }],
    });
    expect(await world.query('select id from import_finding where import_id = $1', [id])).toEqual([]);
    await world.imports.check(world.manager, { importId: id, mapping: MAPPING });
    await world.work(id);
    expect(await find(id)).toMatchObject({ counts: { rows: 2, created: 2, units: 0 } });
    await world.imports.start(world.manager, { importId: id, idempotencyKey: newId() });
    await world.work(id);
    expect(await initiatives()).toHaveLength(2);
    await expect(choose(id, 1)).rejects.toThrow(ConflictError);
  });

  it('takes with it what was matched and decided by other columns', async () => {
    await world.create('Triage');
    const id = await world.checked(FILE, MAPPING);
    const matched = () => world.query('select row_number from import_match where import_id = $1', [id]);
    const [row] = (await matched()) as { row_number: number }[];
    const decisions = [{ rowNumber: row!.row_number, initiativeId: null }];
    await world.matching.decideMatches(world.manager, { importId: id, decisions });
    await choose(id, 3);
    expect(await matched()).toEqual([]);
    expect(await world.query('select row_number from import_decision where import_id = $1', [id])).toEqual(
      [],
    );
  });

  it('overtakes a check that is at work', async () => {
    const id = await world.upload(FILE);
    await world.imports.check(world.manager, { importId: id, mapping: MAPPING });
    await choose(id, 1);
    await world.work(id);
    expect(await find(id)).toMatchObject({ state: 'UPLOADED', headerRow: 1 });
  });

  it.each([
    ['a row that is empty or not there', 9],
    ['a row with no data below', 4],
  ])('is never %s', async (_, row) => {
    const id = await world.upload(FILE);
    await expect(choose(id, row)).rejects.toThrow(BadInputError);
    expect(await find(id)).toMatchObject({ headerRow: 2 });
  });

  it('of another organisation cannot be chosen', async () => {
    const id = await world.upload(FILE);
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    await expect(elsewhere.importHeaders.choose(elsewhere.manager, { importId: id, row: 1 })).rejects.toThrow(
      NotFoundError,
    );
  });
});
