import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { ConflictError, newId, NotFoundError } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { DATED } from '../../fixtures/dated-register.js';
import { World } from '../../fixtures/world.js';
import type { ImportCounts, ImportId, ImportState } from './import.types.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const FILE = `Name,Agency,Stage,Begun,Live since,Notes
Chatbot,HHS,Live,2/1/2023,3/1/2024,first
Triage,HHS,Live,,,
Router,DOJ,Building,5/1/2024,,
Twin,DOJ,Building,,,a
Twin,DOJ,Building,,,b
Twin,DOJ,Building,,,b
,DOJ,Live,,,
Old,VA,Gone,,7/16/1905,
`;
const MAPPING = {
  ...DATED,
  identity: [0, 1],
  stageValues: [...DATED.stageValues, { value: 'Gone', stage: 'ENDED' }],
  dateFormat: 'M/D/YYYY',
  asOfOn: '2024-12-16',
};

interface Seen {
  state: ImportState;
  counts: ImportCounts;
  error: string | null;
}
const stateOf = async (id: ImportId): Promise<Seen> =>
  (await world.query<Seen>('select state, counts, error from import where id = $1', [id]))[0]!;
const findingsOf = async (id: ImportId): Promise<string[]> =>
  (
    await world.query<{ text: string }>(
      `select row_number || ' ' || code as text from import_finding where import_id = $1 order by row_number, code`,
      [id],
    )
  ).map(({ text }) => text);

/** Everything the portfolio holds, but for ids and instants. */
const snapshot = async (): Promise<unknown> => ({
  current: await world.query(
    `select c.name, c.stage, c.stage_on::text as on, c.stage_known_by as by, c.outcome, c.last_observed_on::text as seen,
            (select r.name from unit_revision r where r.unit_id = c.unit_id and r.superseded_at is null) as unit
       from initiative_current c order by c.key_number`,
  ),
  history: await world.query(
    `select (select count(*)::int from initiative_revision) as revisions,
            (select count(*)::int from initiative_assignment) as assignments,
            (select count(*)::int from stage_event) as events, (select count(*)::int from stage_observation) as observations,
            (select count(*)::int from unit) as units, (select count(*)::int from register_statement) as statements,
            (select count(*)::int from change_log) as changes`,
  ),
});

describe('an import', () => {
  it('says in a dry run what it would make, makes nothing, and then makes just that', async () => {
    const id = await world.upload(FILE);
    await world.imports.check(world.manager, { importId: id, mapping: MAPPING });
    await world.work(id);
    const checked = await stateOf(id);
    expect(checked).toEqual({
      state: 'CHECKED',
      error: null,
      counts: {
        rows: 8,
        skipped: 2,
        created: 6,
        changed: 0,
        unchanged: 0,
        events: 3,
        observations: 4,
        plans: 0,
        assessments: 0,
        units: 3,
        findings: 9,
        absent: 0,
        absentRunning: 0,
        absentEnded: 0,
      },
    });
    const found = await findingsOf(id);
    expect(found).toEqual([
      '3 STAGE_UNDATED',
      '5 IDENTITY_SHARED',
      '5 STAGE_UNDATED',
      '6 IDENTITY_SHARED',
      '6 STAGE_UNDATED',
      '7 ROW_REPEATED',
      '8 NAME_MISSING',
      '9 DATE_SERIAL_YEAR',
      '9 STAGE_UNDATED',
    ]);
    expect(await world.query('select id from initiative')).toEqual([]);

    await world.imports.start(world.manager, { importId: id, idempotencyKey: newId() });
    await world.work(id);
    expect(await stateOf(id)).toEqual({ ...checked, state: 'DONE' });
    expect(await findingsOf(id)).toEqual(found);
    expect(await snapshot()).toEqual({
      current: [
        ['Chatbot', 'PRODUCTION', '2024-03-01', 'EVENT', null, 'HHS'],
        ['Triage', 'PRODUCTION', '2024-12-16', 'OBSERVATION', null, 'HHS'],
        ['Router', 'PILOT', '2024-05-01', 'EVENT', null, 'DOJ'],
        ['Twin', 'PILOT', '2024-12-16', 'OBSERVATION', null, 'DOJ'],
        ['Twin', 'PILOT', '2024-12-16', 'OBSERVATION', null, 'DOJ'],
        ['Old', 'ENDED', '2024-12-16', 'OBSERVATION', 'ABANDONED', 'VA'],
      ].map(([name, stage, on, by, outcome, unit]) => ({
        name,
        stage,
        on,
        by,
        outcome,
        seen: '2024-12-16',
        unit,
      })),
      history: [
        { revisions: 6, assignments: 6, events: 3, observations: 4, units: 3, statements: 1, changes: 6 },
      ],
    });
    expect(
      await world.query('select name, attributes from initiative_revision where name = $1', ['Chatbot']),
    ).toEqual([{ name: 'Chatbot', attributes: [{ name: 'Notes', value: 'first' }] }]);
  });

  it('of the same file changes nothing, whatever people corrected in between', async () => {
    const first = await world.import(FILE, MAPPING);
    const [event] = await world.query<{ id: string }>(
      `select id from stage_event where stage = 'PRODUCTION'`,
    );
    const change = {
      recordId: event!.id,
      stage: 'PRODUCTION' as const,
      on: { on: day('2024-02-02'), precision: 'DAY' as const },
    };
    await world.stages.correct(world.manager, { ...change, reason: 'By the contract' });
    const before = await snapshot();

    const again = await world.import(FILE, MAPPING);
    expect(await snapshot()).toEqual(before);
    expect((await stateOf(again)).counts).toMatchObject({
      rows: 8,
      skipped: 2,
      unchanged: 6,
      created: 0,
      changed: 0,
      events: 0,
    });
    expect(await findingsOf(again)).toEqual(await findingsOf(first));
  });

  it('of a newer file applies what the file changed and keeps what people did', async () => {
    const mapping = { ...MAPPING, identity: [0] };
    await world.import(FILE, mapping);
    const [chatbot] = await world.query<{ id: string }>(
      `select initiative_id as id from initiative_current where name = 'Chatbot'`,
    );
    await world.initiatives.update(world.manager, {
      id: chatbot!.id,
      initiative: { name: 'Chatbot', kind: 'LANGUAGE' },
    });
    const newer = FILE.replace(
      'Chatbot,HHS,Live,2/1/2023,3/1/2024,first',
      'Chatbot,VA,Live,2/1/2023,3/5/2024,second',
    ).replace('Router,DOJ,Building,5/1/2024,,', 'Router,DOJ,Live,5/1/2024,,\nNew,DOJ,Building,,,');
    const id = await world.import(newer, { ...mapping, asOfOn: '2025-06-30' });
    expect((await stateOf(id)).counts).toMatchObject({
      created: 1,
      changed: 6,
      unchanged: 0,
      skipped: 2,
      units: 0,
    });
    const rows = await world.query(
      `select c.name, c.kind, u.name as unit, c.stage, c.stage_on::text as on, c.stage_known_by as by from initiative_current c join unit_revision u on u.unit_id = c.unit_id
        where c.name in ('Chatbot', 'Router', 'New') order by c.key_number`,
    );
    expect(rows).toEqual([
      { name: 'Chatbot', kind: 'LANGUAGE', unit: 'VA', stage: 'PRODUCTION', on: '2024-03-05', by: 'EVENT' },
      {
        name: 'Router',
        kind: 'UNKNOWN',
        unit: 'DOJ',
        stage: 'PRODUCTION',
        on: '2025-06-30',
        by: 'OBSERVATION',
      },
      { name: 'New', kind: 'UNKNOWN', unit: 'DOJ', stage: 'PILOT', on: '2025-06-30', by: 'OBSERVATION' },
    ]);
    expect(
      await world.query(
        `select entered_on::text as on, superseded_at is null as live from stage_event
          where stage = 'PRODUCTION' and initiative_id = $1 order by recorded_at`,
        [chatbot!.id],
      ),
    ).toEqual([
      { on: '2024-03-01', live: false },
      { on: '2024-03-05', live: true },
    ]);
  });

  it('of a newer file marks all figures of an initiative whose first unit it names', async () => {
    const mapping = { ...MAPPING, identity: [0] };
    await world.import(FILE.replace('Triage,HHS', 'Triage,'), mapping);
    const marks = (): Promise<object[]> =>
      world.query(
        `select c.name, l.from_on::text as on from change_log l join initiative_current c on c.initiative_id = l.initiative_id
          where c.name in ('Chatbot', 'Triage') order by l.id desc limit 2`,
      );
    await world.import(FILE.replace('Chatbot,HHS', 'Chatbot,VA'), { ...mapping, asOfOn: '2025-06-30' });
    expect(await marks()).toEqual(
      expect.arrayContaining([
        { name: 'Chatbot', on: '2023-02-01' },
        { name: 'Triage', on: '1970-01-01' },
      ]),
    );
  });

  it('does not revive what people have ended here, and says so', async () => {
    await world.import(FILE, MAPPING);
    const [router] = await world.query<{ id: string }>(
      `select initiative_id as id from initiative_current where name = 'Router'`,
    );
    const end = {
      initiativeId: router!.id,
      stage: 'ENDED' as const,
      on: { on: day('2025-01-10'), precision: 'DAY' as const },
    };
    await world.stages.record(world.manager, { idempotencyKey: newId(), ...end });
    const id = await world.import(FILE, { ...MAPPING, asOfOn: '2025-06-30' });
    expect(await findingsOf(id)).toContain('4 STAGE_KEPT');
    expect(await world.query(`select stage from initiative_current where name = 'Router'`)).toEqual([
      { stage: 'ENDED' },
    ]);
  });

  it('goes on where it was when a slice is done twice or never finished', async () => {
    const id = await world.upload(FILE);
    await world.imports.check(world.manager, { importId: id, mapping: MAPPING });
    await world.work(id);
    await world.imports.start(world.manager, { importId: id, idempotencyKey: newId() });
    const [{ round }] = (await world.query<{ round: number }>('select round from import where id = $1', [
      id,
    ])) as [{ round: number }];
    const payload = { tenantId: world.tenant.tenantId, importId: id, round };
    await Promise.all([1, 2, 3].map(() => world.slicer.slice({ ...world.tenant, memberId: null }, payload)));
    const before = await snapshot();
    await world.work(id);
    expect(await world.slicer.slice({ ...world.tenant, memberId: null }, payload)).toEqual({ kind: 'over' });
    expect(await snapshot()).toEqual(before);
    expect((await stateOf(id)).counts).toMatchObject({ rows: 8, created: 6 });
    expect(await world.query('select id from initiative')).toHaveLength(6);
  });

  it('names who began it in the history it writes', async () => {
    await world.import(FILE, MAPPING);
    const by = await world.query('select distinct recorded_by as by from initiative_revision');
    expect(by).toEqual([{ by: world.manager.memberId }]);
  });

  it('that gave up says why and can be started again', async () => {
    const id = await world.upload(FILE);
    await world.imports.check(world.manager, { importId: id, mapping: MAPPING });
    await world.work(id);
    await world.imports.start(world.manager, { importId: id, idempotencyKey: newId() });
    const payload = { tenantId: world.tenant.tenantId, importId: id, round: 2 };
    await world.slicer.giveUp(world.tenant, payload, 'The disk was full.');
    expect(await stateOf(id)).toMatchObject({ state: 'FAILED', error: 'The disk was full.' });
    await expect(world.imports.check(world.manager, { importId: id, mapping: MAPPING })).rejects.toThrow(
      ConflictError,
    );
    await world.imports.start(world.manager, { importId: id, idempotencyKey: newId() });
    await world.work(id);
    expect(await stateOf(id)).toMatchObject({ state: 'DONE', error: null, counts: { created: 6 } });
  });

  it('that was finished by another worker is not failed by the one that was overtaken', async () => {
    const id = await world.import(FILE, MAPPING);
    const [row] = await world.query<{ round: number }>('select round from import');
    const payload = { tenantId: world.tenant.tenantId, importId: id, round: row!.round };
    await world.slicer.giveUp(world.tenant, payload, 'Another worker took this work over.');
    expect(await stateOf(id)).toMatchObject({ state: 'DONE', error: null });
  });
});

describe('what an import refuses', () => {
  it('a mapping that does not fit, naming the field', async () => {
    const importId = await world.upload(FILE);
    const check = (change: object): Promise<ImportId> =>
      world.imports.check(world.manager, { importId, mapping: { ...MAPPING, ...change } });
    await expect(check({ unit: 6 })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['mapping', 'unit'],
    });
    await expect(check({ name: -1 })).rejects.toMatchObject({ path: ['mapping', 'name'] });
    await expect(check({ asOfOn: '2999-01-01' })).rejects.toMatchObject({ path: ['mapping', 'asOfOn'] });
    await expect(check({ stageValues: [{ value: 'Live', stage: 'NO_STAGE' }] })).rejects.toMatchObject({
      path: ['mapping', 'stageValues', '0', 'stage'],
    });
    expect(await world.query('select state, mapping from import')).toEqual([
      { state: 'UPLOADED', mapping: null },
    ]);
  });

  it('to start unchecked, twice, or beside another one', async () => {
    const [one, other] = [await world.upload(FILE), await world.upload(FILE)];
    const start = (importId: ImportId, idempotencyKey: string = newId()): Promise<ImportId> =>
      world.imports.start(world.manager, { importId, idempotencyKey });
    await expect(start(one)).rejects.toThrow(/not checked/);
    for (const importId of [one, other]) {
      await world.imports.check(world.manager, { importId, mapping: MAPPING });
      await expect(start(importId)).rejects.toThrow(/check is not finished/);
      await world.work(importId);
    }
    const key = newId();
    expect(await Promise.all([start(one, key), start(one, key)])).toEqual([one, one]);
    await expect(start(one)).rejects.toThrow(/running already/);
    await expect(start(other)).rejects.toThrow(/Another import/);
    await world.work(one);
    await expect(start(one)).rejects.toThrow(/is done/);
    // The first made the units that the check of the other took for new ones.
    await expect(start(other)).rejects.toThrow(/Check the file again/);
    await world.imports.check(world.manager, { importId: other, mapping: MAPPING });
    await world.work(other);
    await start(other);
    await world.work(other);
    expect(await stateOf(other)).toMatchObject({ state: 'DONE', counts: { unchanged: 6, created: 0 } });
  });

  it("another tenant's import", async () => {
    const importId = await world.upload(FILE);
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    await expect(elsewhere.imports.check(elsewhere.manager, { importId, mapping: MAPPING })).rejects.toThrow(
      NotFoundError,
    );
    await expect(
      elsewhere.imports.start(elsewhere.manager, { importId, idempotencyKey: newId() }),
    ).rejects.toThrow(NotFoundError);
    await expect(elsewhere.importReader.find(elsewhere.manager, importId)).rejects.toThrow(NotFoundError);
    expect((await elsewhere.importReader.list(elsewhere.manager, { first: 10 })).totalCount).toBe(0);
  });

  it('a broken file, leaving nothing', async () => {
    await expect(world.upload(`${FILE}"open,`)).rejects.toMatchObject({ reason: 'BROKEN_QUOTES' });
    await expect(world.upload('Name,Stage\n')).rejects.toMatchObject({ reason: 'FILE_EMPTY' });
    expect(await world.query('select id from import union all select import_id from import_row')).toEqual([]);
  });
});

describe('reading an import', () => {
  it('shows columns, values and findings page by page', async () => {
    const id = await world.import(FILE, MAPPING);
    const found = await world.importReader.find(world.manager, id);
    expect(found).toMatchObject({
      fileName: 'register.csv',
      state: 'DONE',
      encoding: 'UTF-8',
      delimiter: ',',
      rowCount: 8,
      progress: null,
    });
    expect(found.columns[2]).toEqual({
      index: 2,
      header: 'Stage',
      samples: ['Live', 'Building', 'Gone'],
      filled: 8,
    });
    expect(await world.importDetails.values(world.manager, found, 2)).toEqual([
      { value: 'Building', count: 4 },
      { value: 'Live', count: 3 },
      { value: 'Gone', count: 1 },
    ]);
    await expect(world.importDetails.values(world.manager, found, 9)).rejects.toMatchObject({
      path: ['column'],
    });
    const [fit] = await world.importDetails.dateFormats(world.manager, found, 3, null);
    expect(fit).toMatchObject({ format: 'M/D/YYYY', read: 2, unread: 0, firstsOfMonth: 2 });
    const nowhere = world.importDetails.dateFormats(world.manager, found, 9, null);
    await expect(nowhere).rejects.toMatchObject({ path: ['column'] });
    const summary = await world.importDetails.findingSummary(world.manager, id);
    expect(summary.map(({ code, count }) => [code, count])).toEqual([
      ['NAME_MISSING', 1],
      ['ROW_REPEATED', 1],
      ['IDENTITY_SHARED', 2],
      ['DATE_SERIAL_YEAR', 1],
      ['STAGE_UNDATED', 4],
    ]);
    const first = await world.importDetails.findings(world.manager, id, { first: 5 });
    const rest = await world.importDetails.findings(world.manager, id, {
      first: 5,
      after: first.pageInfo.endCursor,
    });
    expect([...first.nodes, ...rest.nodes].map(({ rowNumber }) => rowNumber)).toEqual([
      3, 5, 5, 6, 6, 7, 8, 9, 9,
    ]);
    const shared = await world.importDetails.findings(world.manager, id, {
      first: 5,
      code: 'IDENTITY_SHARED',
    });
    expect(shared).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
  });
});
