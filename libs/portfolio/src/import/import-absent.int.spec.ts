import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { ConflictError, newId } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { fileOf, FIRST, LATER, MAPPING, newFile, secondRegister } from '../../fixtures/second-register.js';
import { World } from '../../fixtures/world.js';
import type { ImportId } from './import.types.js';
import { LIST_ABSENCES } from './slice/absences.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const { check, run, decide, countsOf, idOf, identities, current } = secondRegister(() => world);

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

  it('is looked up initiative by initiative, however many rows the file has', async () => {
    const params = [world.tenant.tenantId, newId(), '2024-12-16', false, null];
    const plan = await db.planOf(world.manager, LIST_ABSENCES, params);
    expect(plan).toMatch(
      /import_row_of_initiative.*\n\s+Index Cond: .*import_id = \S+ AND \(initiative_id = k/,
    );
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
