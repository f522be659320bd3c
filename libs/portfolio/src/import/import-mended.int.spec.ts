import { arrayBuffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, NotFoundError } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import { FindingsFileService } from './findings-file/findings-file.js';
import type { FindingsKind } from './findings-file/findings-file.queries.js';
import type { ImportId } from './import.types.js';
import { importMapping } from './mapping/mapping.js';

let db: TestDatabase;
let world: World;
let files: FindingsFileService;

beforeAll(async () => {
  db = await TestDatabase.open();
  files = new FindingsFileService(db.unitOfWork);
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const MAPPING = {
  identity: [0],
  name: 1,
  stage: 2,
  stageValues: [
    { value: 'Building', stage: 'PILOT' },
    { value: 'Live', stage: 'PRODUCTION' },
  ],
  dateFormat: 'YYYY-MM-DD',
  dates: [{ column: 3, stage: 'PRODUCTION' }],
  keepOthersAsAttributes: true,
  asOfOn: '2024-12-31',
  livingOnly: false,
  completeSince: '2024-01-01',
};
const REGISTER = [
  'Id,Name,Stage,Live since,=Notes',
  '1,Fine,Live,2024-01-10,',
  '2,"مشروع ""الرؤية""",Live,sometime,"two\nlines, and ""quotes"""',
  '3,Sums,Live,2024-13-01,"=1\n+1"',
  '4,,Building,,"\'=kept"',
  '5,Twin,Live,never,a',
  '5,Twin,Live,never,b',
].join('\n');

const download = async (id: string, kind: FindingsKind = null): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await arrayBuffer((await files.open(world.manager, id, kind)).body),
  );
const cellsOf = async (id: ImportId): Promise<string[][]> =>
  (
    await world.query<{ cells: string[] }>(
      `select r.cells from import_row r join import i on i.tenant_id = r.tenant_id and i.id = r.import_id
        where r.import_id = $1 and r.row_number > i.header_row order by r.row_number`,
      [id],
    )
  ).map(({ cells }) => cells);
const rowOf = async (id: ImportId): Promise<{ mends: string | null; mapping: { isPartial: boolean } }> =>
  (
    await world.query<{ mends: string | null; mapping: { isPartial: boolean } }>(
      'select mends_import_id as mends, mapping from import where id = $1',
      [id],
    )
  )[0]!;

/** Imports a mended file with the mapping that was taken over. */
async function importMended(file: string): Promise<ImportId> {
  const importId = await world.upload(file, 'mended.csv');
  const { mapping } = await rowOf(importId);
  await world.imports.check(world.manager, { importId, mapping: importMapping.parse(mapping) });
  await world.work(importId);
  await world.imports.start(world.manager, { importId, idempotencyKey: newId() });
  await world.work(importId);
  return importId;
}

describe('the file of findings', () => {
  it('holds the rows in which something was found, with where and what, and no formula', async () => {
    const id = await world.import(REGISTER, MAPPING);
    const file = await download(id);
    expect(file).toMatch(/^\uFEFFId,Name,Stage,Live since,'=Notes,Row,Finding,What was done\r\n/);
    expect(file).not.toContain('Fine');
    expect(file).toContain(`3,Sums,Live,2024-13-01,"'=1\n+1",4,`);
    expect(file).toContain('DATE_UNREADABLE · Live since · 2024-13-01');
  });

  it('can be of skipped rows, or of one kind of finding', async () => {
    const id = await world.import(REGISTER, MAPPING);
    const lines = async (kind: FindingsKind): Promise<number> =>
      (await cellsOf(await world.upload(await download(id, kind)))).length;
    expect(await lines('SKIPPED')).toBe(1);
    expect(await lines({ code: 'IDENTITY_SHARED' })).toBe(2);
  });

  it('read again is the rows of the file it was taken from, to the letter', async () => {
    const id = await world.import(REGISTER, MAPPING);
    const again = await world.upload(await download(id));
    expect(await cellsOf(again)).toEqual((await cellsOf(id)).slice(1));
    expect(await rowOf(again)).toMatchObject({ mends: id, mapping: { isPartial: true, ...MAPPING } });
  });

  it('holds no header for what was found in a whole column', async () => {
    const months = Array.from({ length: 12 }, (_, index) => `${index},Monthly ${index},Live,2024-${String(index + 1).padStart(2, '0')}-01,`); // prettier-ignore
    const monthly = ['A register', '', 'Id,Name,Stage,Live since,Notes', ...months, '12,Sums,Live,never,'];
    const id = await world.import(monthly.join('\n'), MAPPING);
    expect(
      await world.query<{ row: number }>(
        `select f.row_number - i.header_row as row from import_finding f
           join import i on i.tenant_id = f.tenant_id and i.id = f.import_id
          where f.import_id = $1 and f.code = 'DATE_FIRSTS_OF_MONTH'`,
        [id],
      ),
    ).toEqual([{ row: 0 }]);
    const summary = await world.importDetails.findingSummary(world.manager, id);
    expect(Object.fromEntries(summary.map(({ code, isOfColumns }) => [code, isOfColumns]))).toMatchObject({
      DATE_FIRSTS_OF_MONTH: true,
      DATE_UNREADABLE: false,
    });
    expect(await cellsOf(await world.upload(await download(id)))).toEqual([
      ['12', 'Sums', 'Live', 'never', ''],
    ]);
  });

  it('is of the own organisation', async () => {
    const id = await world.import(REGISTER, MAPPING);
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    await expect(files.open(elsewhere.manager, id, null)).rejects.toThrow(NotFoundError);
  });
});

describe('a mended file of findings', () => {
  it('changes what was mended, makes what was skipped, and states nothing of the register', async () => {
    const id = await world.import(REGISTER, MAPPING);
    const statements = await world.query('select * from register_statement');
    const mended = (await download(id))
      .replace('sometime', '2024-02-01')
      .replace('4,,Building', '4,Was nameless,Building');
    const again = await importMended(mended);
    expect(await world.countsOf(again)).toMatchObject({
      rows: 5,
      created: 1,
      changed: 1,
      unchanged: 3,
      skipped: 0,
    });
    const dated = await world.query(
      `select c.name, e.entered_on::text as on from stage_event e join initiative_current c using (initiative_id)
        where e.superseded_at is null and e.import_id = $1`,
      [again],
    );
    expect(dated).toEqual([{ name: 'مشروع "الرؤية"', on: '2024-02-01' }]);
    expect(await world.query('select * from register_statement')).toEqual(statements);
    const full = await world.import(REGISTER.replace('sometime', '2024-02-01').replace('4,,', '4,Was nameless,'), MAPPING); // prettier-ignore
    expect(await world.countsOf(full)).toMatchObject({ created: 0, changed: 0, unchanged: 6 });
  });

  it('leaves a row alone whose identity others share: it cannot be told which is meant', async () => {
    const id = await world.import(REGISTER, MAPPING);
    const again = await importMended(
      (await download(id)).replace('5,Twin,Live,never,a', '5,Twin,Live,2024-03-01,a'),
    );
    expect(await world.countsOf(again)).toMatchObject({ created: 0, changed: 0, skipped: 2 });
    expect(
      await world.query(
        `select row_number from import_finding where import_id = $1 and code = 'MENDED_SHARED'`,
        [again],
      ),
    ).toHaveLength(1);
  });
});
