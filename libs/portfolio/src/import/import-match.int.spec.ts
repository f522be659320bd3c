import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { ConflictError, newId, NotFoundError } from '@pilotage/platform';
import { UnitAliasService } from '@pilotage/tenancy';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import type { ImportCounts, ImportId } from './import.types.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const MAPPING = {
  identity: [0],
  name: 1,
  unit: 2,
  stage: 3,
  stageValues: [
    { value: 'Building', stage: 'PILOT' },
    { value: 'Live', stage: 'PRODUCTION' },
  ],
  dates: [],
  keepOthersAsAttributes: false,
  asOfOn: '2023-09-30',
  livingOnly: true,
};
const FIRST = fileOf('Id', 'A-1,Claims triage,North,Building', 'A-2,The Fraud-Finder (FF),North,Building', 'A-3,Sentiment analysis,North,Live', 'A-4,Router,South,Building'); // prettier-ignore
/** Identified otherwise: no row of it is known by its identity. */
const LATER = { ...MAPPING, identity: [0, 2], asOfOn: '2024-12-16' };

function fileOf(identity: string, ...rows: string[]): string {
  return `${[`${identity},Name,Unit,Stage`, ...rows].join('\n')}\n`;
}
const newFile = (...rows: string[]): string => fileOf('Number', ...rows);

async function check(file: string, mapping: object = LATER): Promise<ImportId> {
  const importId = await world.upload(file);
  await world.imports.check(world.manager, { importId, mapping });
  await world.work(importId);
  return importId;
}
async function run(importId: ImportId): Promise<void> {
  await world.imports.start(world.manager, { importId, idempotencyKey: newId() });
  await world.work(importId);
}
async function decide(importId: ImportId, decisions: object[], scoreFrom?: number): Promise<void> {
  await world.matching.decideMatches(world.manager, { importId, decisions, scoreFrom });
  await world.work(importId);
}
const countsOf = async (id: ImportId): Promise<ImportCounts> =>
  (await world.query<{ counts: ImportCounts }>('select counts from import where id = $1', [id]))[0]!.counts;
const matchesOf = async (id: ImportId): Promise<string[]> =>
  (
    await world.query<{ text: string }>(
      `select concat_ws(' ', row_number, coalesce(m.kind, 'NEW'), score, case when is_open then 'open' end, c.name) as text
         from import_match m left join initiative_current c using (initiative_id)
        where import_id = $1 order by row_number`,
      [id],
    )
  ).map(({ text }) => text);
const findingsOf = async (id: ImportId): Promise<string[]> =>
  (
    await world.query<{ text: string }>(
      `select row_number || ' ' || code as text from import_finding where import_id = $1 and code <> 'STAGE_UNDATED' order by 1`,
      [id],
    )
  ).map(({ text }) => text);
const idOf = async (name: string): Promise<string> =>
  (await world.query<{ id: string }>('select initiative_id as id from initiative_current where name = $1', [name]))[0]!.id; // prettier-ignore
const identities = (): Promise<object[]> =>
  world.query(
    'select scheme, identity, import_id, initiative_id, planned from import_identity order by 1, 2',
  );
const current = (): Promise<object[]> =>
  world.query(
    `select name, stage, last_observed_on::text as seen from initiative_current order by key_number`,
  );

describe('a file whose rows are not known by their identity', () => {
  const SECOND = newFile(
    '1,Claims triage,North,Live',
    '2,fraud finder,north,Live',
    '3,Sentiment analysis - surveys,North,Live',
    '4,Router,North,Live',
    '5,Something else,North,Building',
  );

  it('is matched by its names: to the letter, as written otherwise, and similar ones proposed', async () => {
    await world.import(FIRST, MAPPING);
    const id = await check(SECOND);
    expect(await matchesOf(id)).toEqual([
      '2 EXACT 100 Claims triage',
      '3 NORMALISED 99 The Fraud-Finder (FF)',
      '4 SIMILAR 72 open Sentiment analysis',
      '5 NEW',
      '6 NEW',
    ]);
    expect(await findingsOf(id)).toEqual(['4 SIMILAR_KNOWN']);
    const checked = await countsOf(id);
    expect(checked).toMatchObject({ changed: 2, created: 3, observations: 5 });
    await run(id);
    expect(await countsOf(id)).toEqual(checked);
    expect(await current()).toMatchObject([
      { name: 'Claims triage', stage: 'PRODUCTION', seen: '2024-12-16' },
      { name: 'fraud finder', stage: 'PRODUCTION' },
      { name: 'Sentiment analysis', seen: '2023-09-30' },
      { name: 'Router', stage: 'PILOT', seen: '2023-09-30' },
      { name: 'Sentiment analysis - surveys' },
      { name: 'Router', stage: 'PRODUCTION' },
      { name: 'Something else' },
    ]);
  });

  it('is known from then on as it identifies its rows', async () => {
    await world.import(FIRST, MAPPING);
    await run(await check(SECOND));
    const again = await check(SECOND.replace('1,Claims triage,North,Live', '1,Claims triage 2,North,Live'));
    expect(await countsOf(again)).toMatchObject({ unchanged: 4, changed: 1, created: 0 });
    expect(await matchesOf(again)).toEqual([]);
  });

  it('is matched by the external id wherever it is', async () => {
    await world.import(FIRST, { ...MAPPING, externalId: 0 });
    const id = await check(newFile('A-4,Packet router,North,Live'), { ...LATER, externalId: 0 });
    expect(await matchesOf(id)).toEqual(['2 EXACT 100 Router']);
  });

  it('gives what a known row of it is to no other', async () => {
    await world.import(FIRST, MAPPING);
    const id = await check(fileOf('Id', 'A-1,Claims triage,North,Live', 'B-1,Claims triage,North,Live'), {
      ...MAPPING,
      asOfOn: '2024-12-16',
    });
    expect(await matchesOf(id)).toEqual(['3 NEW']);
    expect(await countsOf(id)).toMatchObject({ changed: 1, created: 1 });
  });

  it('leaves open what two rows or two initiatives have a claim to', async () => {
    await world.import(FIRST.replace('A-4,Router,South', 'A-4,Claims triage,North'), MAPPING);
    const twice = await check(newFile('1,Claims triage,North,Live'));
    expect(await matchesOf(twice)).toEqual(['2 EXACT 100 open']);
    expect(await findingsOf(twice)).toEqual(['2 MATCH_OPEN']);
    const id = await check(newFile('1,Sentiment analysis,North,Live', '2,Sentiment analysis,North,Live'), {
      ...LATER,
      identity: [0],
    });
    expect(await matchesOf(id)).toEqual(['2 EXACT 100 open', '3 EXACT 100 open']);
    expect(await countsOf(id)).toMatchObject({ created: 2, changed: 0 });
  });

  it('keeps what people corrected, and changes what the files say differently', async () => {
    await world.import(FIRST, MAPPING);
    await world.initiatives.update(world.manager, {
      id: await idOf('Claims triage'),
      initiative: { name: 'Claims triage', summary: 'By hand', kind: 'LANGUAGE' },
    });
    await run(await check(newFile('1,Claims triage,South,Live')));
    await run(await check(newFile('1,CLAIMS TRIAGE,North,Live'), { ...LATER, asOfOn: await world.today }));
    expect(
      await world.query(`select name, summary, kind, stage from initiative_current where key_number = 1`),
    ).toEqual([{ name: 'CLAIMS TRIAGE', summary: 'By hand', kind: 'LANGUAGE', stage: 'PRODUCTION' }]);
  });

  it('fills what is empty of an initiative that people entered, and is known by it', async () => {
    const unitId = await world.unit('North');
    await world.create('Claims Triage', { unitId, kind: 'VISION' });
    const mapping = { ...LATER, summary: 0, keepOthersAsAttributes: true, asOfOn: await world.today };
    const id = await check(newFile('Sorts claims,claims triage,North,Live'), mapping);
    expect(await matchesOf(id)).toEqual(['2 NORMALISED 99 Claims Triage']);
    await run(id);
    expect(
      await world.query('select name, summary, kind, stage, unit_id as unit from initiative_current'),
    ).toEqual([
      { name: 'Claims Triage', summary: 'Sorts claims', kind: 'VISION', stage: 'PRODUCTION', unit: unitId },
    ]);
    const again = await check(newFile('Sorts claims,claims triage,North,Live'), mapping);
    expect(await countsOf(again)).toMatchObject({ unchanged: 1, created: 0 });
  });
});

describe('a row that shares its identity', () => {
  it('is left to people, even where one known initiative is left', async () => {
    await world.import(fileOf('Id', 'A-1,Twin,North,Building', 'A-1,Twin,North,Live'), MAPPING);
    const id = await check(fileOf('Id', 'A-1,Twin,North,Live', 'A-1,Twin,North,Gone'), {
      ...MAPPING,
      asOfOn: '2024-12-16',
    });
    expect(await matchesOf(id)).toEqual(['3 EXACT 100 open']);
    expect(await countsOf(id)).toMatchObject({ changed: 1, created: 1 });
  });
});

describe('what people decide of a row', () => {
  const SECOND = newFile('1,Claims triage,North,Live', '2,Sentiment analysis - surveys,North,Live', '3,Packet mover,North,Live'); // prettier-ignore
  let id: ImportId;
  beforeEach(async () => {
    await world.import(FIRST, MAPPING);
    id = await check(SECOND);
  });

  it('holds for the count and for the import, and survives another check', async () => {
    const router = await idOf('Router');
    await decide(id, [
      { rowNumber: 2, initiativeId: null },
      { rowNumber: 3, initiativeId: await idOf('Sentiment analysis') },
      { rowNumber: 4, initiativeId: router },
    ]);
    const decided = ['2 EXACT 100', '3 SIMILAR 72 Sentiment analysis', '4 BY_HAND Router'];
    expect(await matchesOf(id)).toEqual(decided);
    expect(await countsOf(id)).toMatchObject({ changed: 2, created: 1 });
    await world.imports.check(world.manager, { importId: id, mapping: LATER });
    await world.work(id);
    expect(await matchesOf(id)).toEqual(decided);
    await run(id);
    expect(
      await world.query('select name from initiative_current where initiative_id = $1', [router]),
    ).toEqual([{ name: 'Packet mover' }]);
    expect(await world.query('select id from initiative')).toHaveLength(5);
  });

  it('gives to another row what a name would have taken', async () => {
    await decide(id, [{ rowNumber: 4, initiativeId: await idOf('Claims triage') }]);
    expect(await matchesOf(id)).toEqual([
      '2 NEW',
      '3 SIMILAR 72 open Sentiment analysis',
      '4 BY_HAND Claims triage',
    ]);
  });

  it('may be every similar name from a score on', async () => {
    await decide(id, [], 73);
    expect((await matchesOf(id))[1]).toBe('3 SIMILAR 72 open Sentiment analysis');
    await decide(id, [], 72);
    expect((await matchesOf(id))[1]).toBe('3 SIMILAR 72 Sentiment analysis');
    expect(await findingsOf(id)).toEqual([]);
    expect(await countsOf(id)).toMatchObject({ changed: 2, created: 1, findings: 3 });
  });

  it('is refused where it does not fit, naming the decision', async () => {
    const attempt = (decisions: object[]) =>
      world.matching.decideMatches(world.manager, { importId: id, decisions });
    const claims = await idOf('Claims triage');
    await expect(attempt([{ rowNumber: 9, initiativeId: null }])).rejects.toMatchObject({
      path: ['decisions', '0', 'rowNumber'],
      reason: 'UNKNOWN',
    });
    await expect(attempt([{ rowNumber: 2, initiativeId: newId() }])).rejects.toMatchObject({
      path: ['decisions', '0', 'initiativeId'],
      reason: 'UNKNOWN',
    });
    await expect(
      attempt([2, 3].map((rowNumber) => ({ rowNumber, initiativeId: claims }))),
    ).rejects.toMatchObject({ path: ['decisions', '1', 'initiativeId'], reason: 'TAKEN' });
    await decide(id, [{ rowNumber: 3, initiativeId: claims }]);
    await expect(attempt([{ rowNumber: 2, initiativeId: claims }])).rejects.toMatchObject({
      reason: 'TAKEN',
    });
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    await expect(
      elsewhere.matching.decideMatches(elsewhere.manager, { importId: id, decisions: [] }),
    ).rejects.toThrow(NotFoundError);
    await run(id);
    await expect(attempt([])).rejects.toThrow(ConflictError);
  });
});

describe('another name of a unit', () => {
  it('makes a file mean the unit that is known', async () => {
    await world.import(FIRST, MAPPING);
    const SECOND = newFile('1,Claims triage,Department of the North,Live');
    const id = await check(SECOND);
    expect(await matchesOf(id)).toEqual(['2 NEW']);
    expect(await countsOf(id)).toMatchObject({ created: 1, units: 1 });
    const [north] = await world.query<{ id: string }>(
      `select unit_id as id from unit_revision where name = 'North'`,
    );
    const alias = { alias: 'department of the NORTH', unitId: north!.id };
    await world.unitOfWork.run(world.tenant, (tx) => new UnitAliasService(world.units).save(tx, alias));
    await world.imports.check(world.manager, { importId: id, mapping: LATER });
    await world.work(id);
    expect(await matchesOf(id)).toEqual(['2 EXACT 100 Claims triage']);
    expect(await countsOf(id)).toMatchObject({ changed: 1, units: 0 });
    await run(id);
    expect(await world.query(`select unit_id as id from initiative_current where key_number = 1`)).toEqual([north]); // prettier-ignore
    expect(await world.query('select id from unit')).toHaveLength(2);
  });
});

describe('what a file does not list any more', () => {
  const SECOND = newFile('1,Claims triage,North,Live');
  const absencesOf = async (id: ImportId): Promise<string[]> =>
    (
      await world.query<{ text: string }>(
        `select concat_ws(' ', c.name, a.choice, case when is_applied then 'applied' end, problem) as text
           from import_absence a join initiative_current c using (initiative_id) where import_id = $1 order by c.key_number`,
        [id],
      )
    ).map(({ text }) => text);
  const decideAbsences = (importId: ImportId, choice: object) =>
    world.matching.decideAbsences(world.manager, { importId, ...choice });

  it('is listed, and stays as it was where nobody says more', async () => {
    await world.import(FIRST, MAPPING);
    const id = await check(SECOND);
    expect(await absencesOf(id)).toEqual(['The Fraud-Finder (FF)', 'Sentiment analysis', 'Router']);
    expect(await countsOf(id)).toMatchObject({ absent: 3, absentRunning: 0, absentEnded: 0 });
    await run(id);
    expect(await countsOf(id)).toMatchObject({ absent: 3, absentRunning: 0, absentEnded: 0 });
    expect((await current()).slice(1)).toMatchObject([
      { stage: 'PILOT', seen: '2023-09-30' },
      { stage: 'PRODUCTION', seen: '2023-09-30' },
      { stage: 'PILOT', seen: '2023-09-30' },
    ]);
  });

  it('still runs, was stopped or went into another one, by what people say', async () => {
    await world.import(FIRST, MAPPING);
    const id = await check(SECOND);
    const [fraud, sentiment, claims] = await Promise.all(
      ['The Fraud-Finder (FF)', 'Sentiment analysis', 'Claims triage'].map(idOf),
    );
    await decideAbsences(id, { choice: 'RUNNING' });
    await decideAbsences(id, { choice: 'ENDED', initiativeIds: [fraud] });
    await decideAbsences(id, { choice: 'MERGED', successorId: claims, initiativeIds: [sentiment] });
    expect(await countsOf(id)).toMatchObject({ absent: 3, absentRunning: 1, absentEnded: 2 });
    await decide(id, []);
    const counts = await countsOf(id);
    expect(counts).toMatchObject({ absent: 3, absentRunning: 1, absentEnded: 2 });
    await run(id);
    expect(await countsOf(id)).toEqual(counts);
    expect(
      await world.query('select name, stage, outcome, last_observed_on::text as seen from initiative_current order by key_number'), // prettier-ignore
    ).toEqual([
      { name: 'Claims triage', stage: 'PRODUCTION', outcome: null, seen: '2024-12-16' },
      { name: 'The Fraud-Finder (FF)', stage: 'ENDED', outcome: 'ABANDONED', seen: '2024-12-16' },
      { name: 'Sentiment analysis', stage: 'ENDED', outcome: 'MERGED', seen: '2024-12-16' },
      { name: 'Router', stage: 'PILOT', outcome: null, seen: '2024-12-16' },
    ]);
    expect(
      await world.query(
        `select reason, import_id as import, successor_id is null as alone from stage_event order by 3`,
      ),
    ).toEqual([
      { reason: 'Absent from the file of 2024-12-16.', import: id, alone: false },
      { reason: 'Absent from the file of 2024-12-16.', import: id, alone: true },
    ]);
  });

  it('is as it was before, and known as before, once the import is undone', async () => {
    await world.import(FIRST, MAPPING);
    const before = [await current(), await identities()];
    const id = await check(SECOND);
    await decideAbsences(id, { choice: 'ENDED' });
    await run(id);
    expect([await current(), await identities()]).not.toEqual(before);
    await world.importStops.undo(world.manager, { importId: id, idempotencyKey: newId() });
    await world.work(id);
    expect([await current(), await identities()]).toEqual(before);
  });

  it('is nothing where the file is a part of the register only', async () => {
    await world.import(FIRST, MAPPING);
    expect(await absencesOf(await check(SECOND, { ...LATER, isPartial: true }))).toEqual([]);
  });

  it('is recorded once, whether the work is done twice or not', async () => {
    await world.import(FIRST, MAPPING);
    const id = await check(SECOND);
    await decideAbsences(id, { choice: 'ENDED' });
    await world.imports.start(world.manager, { importId: id, idempotencyKey: newId() });
    const [row] = await world.query<{ round: number }>('select round from import where id = $1', [id]);
    const payload = { tenantId: world.tenant.tenantId, importId: id, round: row!.round };
    await Promise.all([1, 2, 3].map(() => world.slicer.slice({ ...world.tenant, memberId: null }, payload)));
    await world.work(id);
    expect(await world.query(`select id from stage_event where stage = 'ENDED'`)).toHaveLength(3);
    expect(await absencesOf(id)).toEqual(expect.arrayContaining(['Router ENDED applied']));
  });

  it('is left as people recorded it since, with the reason', async () => {
    await world.import(FIRST, MAPPING);
    const id = await check(SECOND);
    await decideAbsences(id, { choice: 'ENDED', initiativeIds: [await idOf('Router')] });
    const record = { initiativeId: await idOf('Router'), stage: 'PRODUCTION' as const, on: { on: day('2025-01-15') } }; // prettier-ignore
    await world.stages.record(world.manager, { idempotencyKey: newId(), ...record });
    await run(id);
    expect((await absencesOf(id))[2]).toMatch(/^Router ENDED applied After that day it is recorded/);
    expect(await countsOf(id)).toMatchObject({ absent: 3, absentEnded: 0 });
  });

  it('is nothing that ended, was seen later, or belongs to another register', async () => {
    await world.import(FIRST, MAPPING);
    const other = Array.from({ length: 12 }, (_, index) => `X-${index},Other ${index},East,Live`);
    await world.import(fileOf('Key', 'X,Claims triage,East,Live', ...other), MAPPING);
    const end = {
      initiativeId: await idOf('Router'),
      stage: 'ENDED' as const,
      on: { on: day('2024-01-15') },
    };
    await world.stages.record(world.manager, { idempotencyKey: newId(), ...end });
    const seen = { initiativeId: await idOf('Sentiment analysis'), stage: 'PRODUCTION' as const, seenOn: day('2025-01-15') }; // prettier-ignore
    await world.stages.confirm(world.manager, { idempotencyKey: newId(), ...seen });
    const id = await check(newFile('1,Claims triage,North,Live', '2,Other 1,East,Live'));
    expect(await absencesOf(id)).toEqual(['The Fraud-Finder (FF)']);
  });

  it('is refused a fate that does not fit', async () => {
    await world.import(FIRST, MAPPING);
    const id = await check(SECOND);
    const [router, fraud, claims] = await Promise.all(
      ['Router', 'The Fraud-Finder (FF)', 'Claims triage'].map(idOf),
    );
    await expect(decideAbsences(id, { choice: 'MERGED' })).rejects.toMatchObject({ path: ['successorId'] });
    await expect(decideAbsences(id, { choice: 'ENDED', successorId: claims })).rejects.toMatchObject({
      path: ['successorId'],
    });
    await expect(
      decideAbsences(id, { choice: 'MERGED', successorId: fraud, initiativeIds: [router] }),
    ).rejects.toMatchObject({ path: ['successorId'], reason: 'ABSENT' });
    await expect(decideAbsences(id, { choice: 'ENDED', initiativeIds: [claims] })).rejects.toMatchObject({
      path: ['initiativeIds'],
    });
    expect(await absencesOf(id)).toEqual(['The Fraud-Finder (FF)', 'Sentiment analysis', 'Router']);
    await run(id);
    await expect(decideAbsences(id, { choice: 'ENDED' })).rejects.toThrow(ConflictError);
  });
});
