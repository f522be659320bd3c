import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { newId, NotFoundError } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { DATED } from '../../fixtures/dated-register.js';
import { liveContents } from '../../fixtures/live-contents.js';
import { World } from '../../fixtures/world.js';
import type { InitiativeId } from '../initiative/initiative.types.js';
import type { ImportId, UndoCounts } from './import.types.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const HEADER = 'Name,Unit,Stage,Begun,Live since,Notes,Tags';
const MAPPING = { ...DATED, tags: 6, asOfOn: '2023-12-31' };
const LATER = { ...MAPPING, asOfOn: '2024-12-31', livingOnly: false, completeSince: '2024-01-01' };
const fileOf = (...rows: string[]): string => `${[HEADER, ...rows].join('\n')}\n`;
const many = (stage: string): string[] =>
  Array.from({ length: 120 }, (_, index) => `M${index},North,${stage},2023-02-01,,n${index},`);

const FIRST = fileOf(
  'Same,North,Building,2023-01-10,,,a;b',
  'Changed,North,Building,2023-01-10,,first,a',
  'Dated no more,North,Live,2023-01-10,2023-06-01,,',
  'Twin,North,Building,,,one,',
  'Twin,North,Building,,,two,',
  ...many('Building'),
);
const SECOND = fileOf(
  'Same,North,Building,2023-01-10,,,a;b',
  'Changed,South,Live,2023-02-10,2024-03-01,second,b;c',
  'Dated no more,North,Live,2023-01-10,,,',
  'Twin,North,Building,,,two,',
  'New,East,Building,2024-02-02,,,d',
  ...many('Live'),
);

const idOf = async (name: string): Promise<InitiativeId> => {
  const [row] = await world.query<{ id: InitiativeId }>(
    'select initiative_id as id from initiative_current where name = $1',
    [name],
  );
  return row!.id;
};
const resultOf = async (id: ImportId): Promise<{ state: string; counts: UndoCounts }> => {
  const [row] = await world.query<{ state: string; counts: UndoCounts }>(
    'select state, undo_counts as counts from import where id = $1',
    [id],
  );
  return row!;
};
const undo = (importId: ImportId): Promise<ImportId> =>
  world.importStops.undo(world.manager, { importId, idempotencyKey: newId() });

describe('an import that is undone', () => {
  it('leaves nothing where there was nothing', async () => {
    const before = await liveContents(world);
    const id = await world.import(FIRST, MAPPING);
    await world.undo(id);
    expect(await liveContents(world)).toEqual(before);
    expect(await resultOf(id)).toMatchObject({
      state: 'UNDONE',
      counts: { removed: 125, kept: 0, restored: 0, units: 1, unitsKept: 0 },
    });
  });

  it('leaves what the one before had made, and both can be undone and imported again', async () => {
    const nothing = await liveContents(world);
    const first = await world.import(FIRST, MAPPING);
    const afterFirst = await liveContents(world);
    const second = await world.import(SECOND, LATER);
    const afterSecond = await liveContents(world);
    expect(afterSecond).not.toEqual(afterFirst);

    await world.undo(second);
    expect(await liveContents(world)).toEqual(afterFirst);
    expect(await resultOf(second)).toMatchObject({ counts: { removed: 1, kept: 0, units: 2, unitsKept: 0 } });

    const again = await world.import(SECOND, LATER);
    const contents = await liveContents(world);
    expect(sizesOf(contents)).toEqual(sizesOf(afterSecond));
    await world.undo(again);
    expect(await liveContents(world)).toEqual(afterFirst);
    await world.undo(first);
    expect(await liveContents(world)).toEqual(nothing);
  });

  it('keeps what people corrected and recorded meanwhile', async () => {
    await world.import(FIRST, MAPPING);
    const second = await world.import(SECOND, LATER);
    const changed = await idOf('Changed');
    const [event] = await world.query<{ id: string }>(
      `select id from stage_event where initiative_id = $1 and stage = 'PRODUCTION' and superseded_at is null`,
      [changed],
    );
    await world.stages.correct(world.manager, {
      recordId: event!.id,
      stage: 'PRODUCTION',
      on: { on: day('2024-04-01') },
      reason: 'By the contract',
    });
    const dated = await idOf('Dated no more');
    await world.stages.record(world.manager, {
      idempotencyKey: newId(),
      initiativeId: dated,
      stage: 'PRODUCTION',
      on: { on: day('2023-07-01') },
    });
    await world.undo(second);
    const events = await world.query(
      `select entered_on::text as on, source from stage_event
        where initiative_id = any($1) and stage = 'PRODUCTION' and superseded_at is null order by 1`,
      [[changed, dated]],
    );
    expect(events).toEqual([
      { on: '2023-07-01', source: 'USER' },
      { on: '2024-04-01', source: 'USER' },
    ]);
  });

  it('keeps an initiative that people worked on, with what they recorded, and lists it', async () => {
    const id = await world.import(FIRST, MAPPING);
    const ownerId = await world.person('Ada');
    const worked = await idOf('Changed');
    await world.initiatives.update(world.manager, { id: worked, initiative: { name: 'Changed', ownerId } });
    await world.undo(id);
    expect(await resultOf(id)).toMatchObject({ counts: { removed: 124, kept: 1 } });
    expect(
      await world.query(
        'select name, owner_id as "ownerId", unit_id as "unitId", stage from initiative_current',
      ),
    ).toEqual([{ name: 'Changed', ownerId, unitId: null, stage: null }]);
    const { nodes } = await world.importDetails.findings(world.manager, id, {
      first: 10,
      code: 'INITIATIVE_KEPT',
    });
    expect(nodes).toMatchObject([{ rowNumber: 3, value: 'AI-002 Changed' }]);
  });

  it('says of each record why it holds no more', async () => {
    await world.undo(await world.import(FIRST, MAPPING));
    const reasons = await world.query(
      `select distinct superseded_reason as why from (
         select superseded_at, superseded_reason from initiative_revision union all
         select superseded_at, superseded_reason from stage_event union all
         select superseded_at, superseded_reason from register_statement) told`,
    );
    expect(reasons).toEqual([{ why: 'The import of register.csv was undone.' }]);
  });

  it('has the figures of all its initiatives computed anew', async () => {
    const id = await world.import(FIRST, MAPPING);
    await db.unitOfWork.run(world.tenant, (tx) => tx.delete('change_log', {}));
    await world.undo(id);
    const [marked] = await world.query<{ count: number }>(
      `select count(distinct initiative_id)::int as count from change_log where from_on <= '2023-12-31'`,
    );
    expect(marked!.count).toBe(125);
  });

  it('is named to whoever follows a link to what it had made, and to nobody who may not see everything', async () => {
    const id = await world.import(FIRST, MAPPING);
    const gone = await idOf('Changed');
    await world.undo(id);
    expect((await world.portfolio.whyMissing(world.manager, gone)).message).toMatch(
      /^The import of register.csv, which made this initiative, was undone/,
    );
    const restricted = world.as('CONTRIBUTOR', []);
    expect(await world.portfolio.whyMissing(restricted, gone)).toBeInstanceOf(NotFoundError);
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    expect(await elsewhere.portfolio.whyMissing(elsewhere.manager, gone)).toBeInstanceOf(NotFoundError);
  });

  it('keeps a unit that is used otherwise', async () => {
    const id = await world.import(FIRST, MAPPING);
    const [unit] = await world.query<{ id: string }>('select unit_id as id from unit_revision');
    await world.create('By hand', { unitId: unit!.id });
    await world.undo(id);
    expect(await resultOf(id)).toMatchObject({ counts: { units: 0, unitsKept: 1 } });
  });
});

describe('undoing', () => {
  it('is done batch by batch, and goes on after a fault where it stopped', async () => {
    const before = await liveContents(world);
    const id = await world.import(FIRST, MAPPING);
    await undo(id);
    expect(await world.oneBatch(id)).toBe('more');
    expect(await resultOf(id)).toMatchObject({ state: 'UNDOING', counts: { removed: 100 } });
    await world.slicer.giveUp(world.tenant, await world.roundOf(id), 'The disk was full.');
    const other = await world.checked(SECOND, LATER);
    await expect(world.start(other)).rejects.toThrow(/being undone/);
    await expect(world.start(id)).rejects.toThrow(/undone/);
    await undo(id);
    await world.work(id);
    expect(await resultOf(id)).toMatchObject({ state: 'UNDONE', counts: { removed: 125 } });
    expect(await liveContents(world)).toEqual(before);
  });

  it('is the same when asked for again, and of an import that was stopped', async () => {
    const before = await liveContents(world);
    const id = await world.checked(FIRST, MAPPING);
    await expect(undo(id)).rejects.toThrow(/Nothing of the file/);
    await world.start(id);
    await expect(undo(id)).rejects.toThrow(/not over/);
    await world.oneBatch(id);
    await world.imports.cancel(world.manager, { importId: id });
    const request = { importId: id, idempotencyKey: newId() };
    await world.importStops.undo(world.manager, request);
    await world.importStops.undo(world.manager, request);
    await undo(id);
    await world.work(id);
    const { state, counts } = await resultOf(id);
    expect({ state, removed: counts.removed }).toEqual({ state: 'UNDONE', removed: 100 });
    await undo(id);
    expect(await world.importReader.find(world.manager, id)).toMatchObject({ state: 'UNDONE' });
    expect(await liveContents(world)).toEqual(before);
  });

  it('begins with the newest, and waits for one that is half-way', async () => {
    const first = await world.import(FIRST, MAPPING);
    const second = await world.checked(SECOND, LATER);
    await world.start(second);
    await world.oneBatch(second);
    await world.importStops.pause(world.manager, { importId: second });
    await expect(undo(first)).rejects.toThrow('The import of register.csv stopped half-way.');
    await world.start(second);
    await world.work(second);
    await expect(undo(first)).rejects.toThrow('Undo the import of register.csv first');
    await world.undo(second);
    expect(await undo(first)).toBe(first);
  });

  it('of an initiative that somebody edits at that moment keeps all of the edit', async () => {
    const id = await world.import(FIRST, MAPPING);
    await undo(id);
    const worked = await idOf('M100');
    const edit = world.initiatives.update(world.manager, {
      id: worked,
      initiative: { name: 'M100', summary: 'Mine' },
    });
    const [, edited] = await Promise.allSettled([world.work(id), edit]);
    const names = await world.query('select name, summary from initiative_current');
    expect(names).toEqual(edited.status === 'fulfilled' ? [{ name: 'M100', summary: 'Mine' }] : []);
  });
});

const sizesOf = (contents: Record<string, string[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(contents).map(([name, rows]) => [name, rows.length]));
