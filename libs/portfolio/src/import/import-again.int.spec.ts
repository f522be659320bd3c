import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { newId } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { DATED } from '../../fixtures/dated-register.js';
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

const HEADER = 'Name,Unit,Stage,Begun,Live since,Notes';
const MAPPING = DATED;
const LATER = { ...MAPPING, asOfOn: '2025-03-31' };
const fileOf = (...rows: string[]): string => `${[HEADER, ...rows].join('\n')}\n`;

interface Seen {
  readonly counts: ImportCounts;
  readonly findings: readonly string[];
}
async function seen(id: ImportId): Promise<Seen> {
  const findings = await world.query<{ text: string }>(
    `select row_number || ' ' || code || coalesce(' ' || value, '') as text from import_finding
      where import_id = $1 order by row_number, code`,
    [id],
  );
  return { counts: await world.countsOf(id), findings: findings.map(({ text }) => text) };
}

const liveEvents = async (): Promise<string[]> =>
  (
    await world.query<{ text: string }>(
      `select c.name || ' ' || e.stage || ' ' || e.entered_on as text from stage_event e join initiative_current c using (initiative_id)
        where e.superseded_at is null order by 1`,
    )
  ).map(({ text }) => text);
const eventOf = async (stage: string): Promise<string> =>
  (await world.query<{ id: string }>('select id from stage_event where stage = $1', [stage]))[0]!.id;

describe('the check of a newer file', () => {
  it('says of changed rows what the import will do with them, to the number', async () => {
    await world.import(fileOf('A,North,Building,2024-01-10,,', 'B,North,Building,2024-02-01,,'), MAPPING);
    const [b] = await world.query<{ id: string }>(
      `select initiative_id as id from initiative_current where name = 'B'`,
    );
    await world.stages.record(world.manager, {
      idempotencyKey: newId(),
      initiativeId: b!.id,
      stage: 'ENDED',
      on: { on: day('2025-01-15') },
    });
    const newer = fileOf(
      'A,North,Live,2024-01-10,2025-02-01,',
      'B,North,Building,2024-02-01,,',
      'C,South,Live,,,',
    );
    const id = await world.checked(newer, LATER);
    const checked = await seen(id);
    expect(checked.counts).toMatchObject({ changed: 2, created: 1, events: 1, observations: 2, units: 1 });
    expect(checked.findings).toContain('3 STAGE_KEPT PILOT 2025-03-31');
    await world.start(id);
    await world.work(id);
    expect(await seen(id)).toEqual(checked);
  });

  it('counts as new no unit that is somewhere in the tree', async () => {
    const group = await world.unit('Group');
    await world.unit('North', group);
    const id = await world.checked(fileOf('A,north,Building,,,', 'B,South,Building,,,'), MAPPING);
    const checked = await seen(id);
    expect(checked.counts.units).toBe(1);
    await world.start(id);
    await world.work(id);
    expect((await seen(id)).counts.units).toBe(1);
    expect(await world.query('select id from unit')).toHaveLength(3);
  });

  it('survives a row that ends before the column of its unit', async () => {
    expect((await seen(await world.checked(fileOf('A'), MAPPING))).counts).toMatchObject({
      created: 1,
      units: 0,
    });
  });
});

describe('a date that a newer file has no more', () => {
  const FIRST = fileOf('A,North,Live,2024-01-10,2024-06-01,');

  it('is taken back, with a finding; the stage stays as seen', async () => {
    await world.import(FIRST, MAPPING);
    const id = await world.import(fileOf('A,North,Live,2024-01-10,,'), MAPPING);
    expect((await seen(id)).findings).toEqual([
      '2 DATE_REMOVED PRODUCTION 2024-06-01',
      '2 STAGE_UNDATED Live',
    ]);
    expect(await liveEvents()).toEqual(['A PILOT 2024-01-10']);
    expect(
      await world.query('select superseded_reason as why from stage_event where superseded_at is not null'),
    ).toEqual([{ why: 'The file imported as of 2024-12-31 had this date no more.' }]);
    expect(
      await world.query('select stage, stage_on::text as on, stage_known_by as by from initiative_current'),
    ).toEqual([{ stage: 'PRODUCTION', on: '2024-12-31', by: 'OBSERVATION' }]);
  });

  it('stays where somebody corrected it since', async () => {
    await world.import(FIRST, MAPPING);
    await world.stages.correct(world.manager, {
      recordId: await eventOf('PRODUCTION'),
      stage: 'PRODUCTION',
      on: { on: day('2024-05-02') },
      reason: 'By the contract',
    });
    const id = await world.import(fileOf('A,North,Live,2024-01-10,,'), MAPPING);
    expect((await seen(id)).findings).toContain('2 STAGE_KEPT PRODUCTION 2024-06-01');
    expect(await liveEvents()).toEqual(['A PILOT 2024-01-10', 'A PRODUCTION 2024-05-02']);
  });

  it('is still known when its column comes back', async () => {
    await world.import(FIRST, MAPPING);
    const withoutColumn = { ...LATER, dates: MAPPING.dates.slice(0, 1) };
    const without = await world.import(fileOf('A,North,Live,2024-01-10,,'), withoutColumn);
    expect((await seen(without)).findings).toEqual(['2 STAGE_UNDATED Live']);
    expect(await liveEvents()).toHaveLength(2);
    await world.import(fileOf('A,North,Live,2024-01-10,2024-07-01,'), { ...MAPPING, asOfOn: '2025-06-30' });
    expect(await liveEvents()).toEqual(['A PILOT 2024-01-10', 'A PRODUCTION 2024-07-01']);
  });
});

describe('a row whose identity', () => {
  const countsOf = async (file: string, mapping: object): Promise<ImportCounts> =>
    (await seen(await world.import(file, mapping))).counts;
  const TWIN = 'A,North,Building,,,first';
  const OTHER = 'A,North,Building,,,second';

  it('becomes shared is known as long as it stays as it is', async () => {
    await world.import(fileOf(TWIN), MAPPING);
    expect(await countsOf(fileOf(OTHER, TWIN), LATER)).toMatchObject({ created: 1, changed: 1 });
    expect(await countsOf(fileOf(OTHER, TWIN), LATER)).toMatchObject({ created: 0, unchanged: 2 });
    expect(await countsOf(fileOf(OTHER, 'A,North,Building,,,third'), LATER)).toMatchObject({
      created: 1,
      unchanged: 1,
    });
  });

  it('is shared no more is known, and from then on by its identity alone', async () => {
    await world.import(fileOf(TWIN, OTHER), MAPPING);
    expect(await countsOf(fileOf(OTHER), LATER)).toMatchObject({ created: 0, changed: 1 });
    const changed = await world.import(fileOf('A,North,Building,,,third'), LATER);
    expect((await seen(changed)).counts).toMatchObject({ created: 0, changed: 1 });
    const notes = await world.query(
      `select array_agg(attributes -> 0 ->> 'value' order by effective_on) as notes from initiative_revision
        group by initiative_id order by 1`,
    );
    expect(notes).toEqual([{ notes: ['first'] }, { notes: ['second', 'third'] }]);
  });

  it('became shared by rows that all differ from it leaves it alone', async () => {
    await world.import(fileOf(TWIN), MAPPING);
    expect(await countsOf(fileOf(OTHER, 'A,North,Building,,,third'), LATER)).toMatchObject({
      created: 2,
      changed: 0,
    });
    expect(await countsOf(fileOf(OTHER), LATER)).toMatchObject({ created: 0, unchanged: 1 });
  });
});

describe('many changed rows', () => {
  const rowsOf = (stage: string, count: number): string =>
    fileOf(...Array.from({ length: count }, (_, index) => `A${index},North,${stage},2024-01-10,,`));

  async function statementsFor(count: number): Promise<string[]> {
    world = await World.of(db.unitOfWork, await db.createTenant());
    await world.import(rowsOf('Building', count), MAPPING);
    const id = await world.checked(rowsOf('Live', count), LATER);
    await world.start(id);
    const statements = await db.statementsOf(() => world.work(id));
    expect((await seen(id)).counts).toMatchObject({ changed: count, observations: count });
    // How many slices it takes is a matter of time; each begins by asking for its round and for who began it.
    return statements.filter((sql) => !/^select (round|started_by) /.test(sql));
  }

  it('take as many statements as one', async () => {
    expect(await statementsFor(40)).toHaveLength((await statementsFor(1)).length);
  });

  it('are locked before anything is written, batch by batch', async () => {
    const order = (await statementsFor(120)).flatMap((sql) => {
      if (/from import\b.*for update/s.test(sql)) return ['batch'];
      if (/from initiative_current\b.*for update/s.test(sql)) return ['initiatives'];
      return sql.includes('pg_advisory_xact_lock_shared') ? ['history'] : [];
    });
    const ofRows = ['batch', 'initiatives', 'history'];
    expect(order).toEqual([...ofRows, ...ofRows, 'batch', 'history']);
  });
});

describe('a column that dates whichever stage a row names', () => {
  const SINCE = {
    ...MAPPING,
    dates: ['PILOT', 'PRODUCTION'].map((stage) => ({ column: 3, stage, isOfNamedStage: true })),
  };

  it('adds an entry file by file, and takes none back when the stage is another one', async () => {
    await world.import(fileOf('A,North,Building,2024-01-10,,', 'B,North,Building,2024-02-01,,'), SINCE);
    const newer = { ...SINCE, asOfOn: '2025-03-31' };
    const id = await world.import(
      fileOf('A,North,Live,2025-02-01,,', 'B,North,Building,2024-02-05,,'),
      newer,
    );
    expect((await seen(id)).counts).toMatchObject({ changed: 2, events: 2 });
    const events = ['A PILOT 2024-01-10', 'A PRODUCTION 2025-02-01', 'B PILOT 2024-02-05'];
    expect(await liveEvents()).toEqual(events);
    // What is remembered of a row is each of its entries once.
    await world.import(fileOf('A,North,Live,2025-02-03,,', 'B,North,Building,2024-02-05,,'), {
      ...SINCE,
      asOfOn: '2025-04-30',
    });
    expect(await liveEvents()).toEqual(['A PILOT 2024-01-10', 'A PRODUCTION 2025-02-03', events[2]]);
    const [a] = await world.query<{ stages: string[] }>(
      `select array(select jsonb_array_elements(planned -> 'events') ->> 'stage' order by 1) as stages
         from import_identity i join initiative_current c using (initiative_id) where c.name = 'A'`,
    );
    expect(a!.stages).toEqual(['PILOT', 'PRODUCTION']);
  });
});

it('history is locked before the counter of keys, whether people or a file make initiatives', async () => {
  const orderOf = async (work: () => Promise<unknown>): Promise<string[]> =>
    (await db.statementsOf(work)).flatMap((sql) => {
      if (sql.includes('pg_advisory_xact_lock_shared')) return ['history'];
      return sql.includes('initiative_counter') ? ['counter'] : [];
    });
  expect(await orderOf(() => world.create('By hand'))).toEqual(['history', 'counter']);
  const id = await world.checked(fileOf('Chatbot,Sales,Live,,,', 'Router,,Live,,,'), MAPPING);
  await world.start(id);
  expect(await orderOf(() => world.work(id))).toEqual(['history', 'counter', 'history']);
});

it('the kin of rows is found anew by each check, and goes with the file', async () => {
  const id = await world.checked(fileOf('A,,Live,,,', 'B,,Live,,,', 'A,,Building,,,', 'B,,Live,,,'), MAPPING);
  const kin = async (): Promise<string[]> =>
    (
      await world.query<{ text: string }>(
        `select row_number || case when is_shared then ' shared' else '' end
                           || case when is_repeated then ' repeated' else '' end as text
           from import_kin where import_id = $1 order by row_number`,
        [id],
      )
    ).map(({ text }) => text);
  expect(await kin()).toEqual(['2 shared', '4 shared', '5 repeated']);
  await world.imports.check(world.manager, { importId: id, mapping: { ...MAPPING, identity: [2] } });
  await world.work(id);
  expect(await kin()).toEqual(['2 shared', '3 shared', '5 shared repeated']);
  await world.imports.cancel(world.manager, { importId: id });
  expect(await kin()).toEqual([]);
});
