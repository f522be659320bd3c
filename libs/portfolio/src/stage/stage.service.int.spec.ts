import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, day, type Day, type Stage } from '@pilotage/analytics';
import { ConflictError, ForbiddenError, newId, NotFoundError } from '@pilotage/platform';
import type { RequestContext } from '@pilotage/tenancy';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import type { InitiativeId } from '../initiative/initiative.types.js';
import type { StageChange } from './stage.service.js';

let db: TestDatabase;
let world: World;
let id: InitiativeId;
let today: Day;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
  today = await world.today;
  id = await world.create('Claims triage');
});

const onDay = (on: string) => ({ on: day(on), precision: 'DAY' as const });
const record = (
  stage: Stage,
  on: string,
  more: object = {},
  ctx: RequestContext = world.manager,
): Promise<StageChange> =>
  world.stages.record(ctx, { idempotencyKey: newId(), initiativeId: id, stage, on: onDay(on), ...more });

const current = async (): Promise<object> =>
  (
    await world.query<object>(
      `select stage, stage_on::text as "on", stage_known_by as "knownBy", outcome, last_observed_on::text as "seen"
         from initiative_current where initiative_id = $1`,
      [id],
    )
  )[0]!;
const changes = async (): Promise<string[]> =>
  (
    await world.query<{ on: string }>(
      `select from_on::text as on from change_log where initiative_id = $1 order by id`,
      [id],
    )
  ).map(({ on }) => on);

describe('recording a stage', () => {
  it('shows the stage, marks the change from its day on and tells who listens', async () => {
    await record('PILOT', '2024-03-01');
    expect(await current()).toEqual({
      stage: 'PILOT',
      on: '2024-03-01',
      knownBy: 'EVENT',
      outcome: null,
      seen: today,
    });
    expect(await changes()).toEqual([today, '2024-03-01']);
    const events = await world.query<{ payload: object }>(
      `select payload from outbox where name = 'initiatives-changed'`,
    );
    expect(events).toEqual([{ payload: { tenantId: world.tenant.tenantId } }]);
  });

  it('records a double click once', async () => {
    const key = { idempotencyKey: newId() };
    const [first, second] = await Promise.all([
      record('PILOT', '2024-03-01', key),
      record('PILOT', '2024-03-01', key),
    ]);
    expect(second).toEqual(first);
    expect(await world.query('select id from stage_event where initiative_id = $1', [id])).toHaveLength(1);
  });

  it('keeps a coarse date as coarse', async () => {
    await record('PILOT', '2024-03-17', { on: { on: day('2024-03-17'), precision: 'MONTH' } });
    expect(await world.query('select entered_on::text as on, precision from stage_event')).toEqual([
      { on: '2024-03-01', precision: 'MONTH' },
    ]);
  });

  it('lets back-dated entries in, moves back, and says what an end meant', async () => {
    await record('PRODUCTION', '2024-06-01');
    await record('PILOT', '2024-03-01');
    await record('PILOT', '2024-09-01');
    expect(await current()).toMatchObject({ stage: 'PILOT', on: '2024-09-01' });
    await record('ENDED', '2024-12-01');
    expect(await current()).toMatchObject({ stage: 'ENDED', outcome: 'RETIRED' });
  });

  it.each([
    ['ABANDONED', {}],
    ['MERGED', { successorId: true }],
  ])('derives %s', async (outcome, more: { successorId?: boolean }) => {
    await record('PILOT', '2024-03-01');
    const successorId = more.successorId ? await world.create('Successor') : null;
    await record('ENDED', '2024-12-01', { successorId });
    expect(await current()).toMatchObject({ outcome });
  });

  it('refuses what contradicts the timeline, and leaves nothing', async () => {
    const { recordId } = await record('PILOT', '2024-03-01');
    await expect(record('PILOT', '2024-05-01')).rejects.toMatchObject({ conflictingRecordId: recordId });
    await expect(record('PRODUCTION', addDays(today, 1))).rejects.toMatchObject({ path: ['on'] });
    await expect(record('ENDED', '2024-05-01', { successorId: id })).rejects.toMatchObject({
      path: ['successorId'],
    });
    expect(await world.query('select id from stage_event where initiative_id = $1', [id])).toHaveLength(1);
  });

  it('is refused to who may only read, and does not exist for others', async () => {
    await expect(record('PILOT', '2024-03-01', {}, world.as('AUDITOR'))).rejects.toThrow(ForbiddenError);
    await expect(record('PILOT', '2024-03-01', {}, world.as('CONTRIBUTOR'))).rejects.toThrow(ForbiddenError);
    await expect(record('PILOT', '2024-03-01', {}, world.as('CONTRIBUTOR', []))).rejects.toThrow(
      NotFoundError,
    );
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    await expect(record('PILOT', '2024-03-01', {}, elsewhere.manager)).rejects.toThrow(NotFoundError);
  });

  it('is open to the owner', async () => {
    const personId = await world.person('Ada');
    await world.initiatives.update(world.manager, {
      id,
      initiative: { name: 'Claims triage', ownerId: personId },
    });
    await record('PILOT', '2024-03-01', {}, world.as('CONTRIBUTOR', [], personId));
    expect(await current()).toMatchObject({ stage: 'PILOT' });
  });
});

describe('confirming a stage', () => {
  const confirm = (stage: Stage, seenOn: string): Promise<StageChange> =>
    world.stages.confirm(world.manager, {
      idempotencyKey: newId(),
      initiativeId: id,
      stage,
      seenOn: day(seenOn),
    });

  it('of the stage it is in moves only the day last observed', async () => {
    await record('PILOT', '2024-03-01');
    await confirm('PILOT', '2025-01-15');
    expect(await current()).toMatchObject({ stage: 'PILOT', on: '2024-03-01', knownBy: 'EVENT' });
  });

  it('of another stage changes the stage, with its entry unknown', async () => {
    await record('PILOT', '2024-03-01');
    await confirm('PRODUCTION', '2025-01-15');
    await confirm('PRODUCTION', '2025-02-15');
    expect(await current()).toMatchObject({ stage: 'PRODUCTION', on: '2025-01-15', knownBy: 'OBSERVATION' });
    await record('PRODUCTION', '2025-01-10');
    expect(await current()).toMatchObject({ stage: 'PRODUCTION', on: '2025-01-10', knownBy: 'EVENT' });
  });
});

describe('correcting and retracting', () => {
  const correct = (recordId: string, on: string, stage: Stage = 'PILOT'): Promise<StageChange> =>
    world.stages.correct(world.manager, { recordId, stage, on: onDay(on), reason: 'Typing error' });

  it('supersedes the record, keeps the old one and marks the earlier of both days', async () => {
    const { recordId } = await record('PILOT', '2024-03-01');
    const corrected = await correct(recordId, '2024-02-01');
    expect(await current()).toMatchObject({ stage: 'PILOT', on: '2024-02-01' });
    const rows = await world.query<{ id: string; factId: string; live: boolean }>(
      `select id, fact_id as "factId", superseded_at is null as live from stage_event order by recorded_at`,
    );
    expect(rows).toEqual([
      { id: recordId, factId: recordId, live: false },
      { id: corrected.recordId, factId: recordId, live: true },
    ]);
    expect(await changes()).toEqual([today, '2024-03-01', '2024-02-01']);
    await correct(corrected.recordId, '2024-04-01');
    expect((await changes()).at(-1)).toBe('2024-02-01');
  });

  it('keeps why it moved, and why that was corrected or taken back beside it', async () => {
    const { recordId } = await record('PILOT', '2024-03-01', { reason: 'Approved' });
    const corrected = await correct(recordId, '2024-02-01');
    await world.stages.retract(world.manager, { recordId: corrected.recordId, reason: ' Another one ' });
    const rows = await world.query(
      `select reason, superseded_reason as "supersededReason" from stage_event order by recorded_at`,
    );
    expect(rows).toEqual([
      { reason: 'Approved', supersededReason: 'Typing error' },
      { reason: 'Approved', supersededReason: 'Another one' },
    ]);
    await world.stages.confirm(world.manager, { idempotencyKey: newId(), initiativeId: id, stage: 'PILOT', seenOn: today }); // prettier-ignore
    const [seen] = await world.query<{ id: string }>('select id from stage_observation');
    await correct(seen!.id, today, 'PRODUCTION');
    expect(
      await world.query(
        `select reason, superseded_reason as why from stage_observation order by recorded_at`,
      ),
    ).toEqual([
      { reason: null, why: 'Typing error' },
      { reason: null, why: null },
    ]);
  });

  it('is no reopening: a record does not get past the end, nor an end before it', async () => {
    const pilot = await record('PILOT', '2024-01-10');
    const ended = await record('ENDED', '2024-06-01', { reason: 'No budget' });
    await expect(correct(pilot.recordId, '2024-08-01')).rejects.toMatchObject({
      conflictingRecordId: ended.recordId,
    });
    const moved = await correct(pilot.recordId, '2024-02-10');
    await expect(correct(ended.recordId, '2024-02-01', 'ENDED')).rejects.toMatchObject({
      conflictingRecordId: moved.recordId,
    });
    const later = await correct(ended.recordId, '2024-07-01', 'ENDED');
    expect(await world.query('select reason from stage_event where id = $1', [later.recordId])).toEqual([
      { reason: 'No budget' },
    ]);
  });

  it('of what was taken for an end drops what belonged to the end', async () => {
    const successorId = await world.create('Successor');
    await record('PILOT', '2024-01-10');
    const ended = await record('ENDED', '2024-06-01', { reason: 'Merged', successorId });
    const { recordId } = await correct(ended.recordId, '2024-06-01', 'PRODUCTION');
    expect(
      await world.query('select reason, successor_id as "successorId" from stage_event where id = $1', [
        recordId,
      ]),
    ).toEqual([{ reason: null, successorId: null }]);
  });

  it('lets one of two corrections at once win; the other is a conflict', async () => {
    const { recordId } = await record('PILOT', '2024-03-01');
    const both = await Promise.allSettled([correct(recordId, '2024-02-01'), correct(recordId, '2024-02-02')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(ConflictError);
    expect(await world.query('select id from stage_event where superseded_at is null')).toHaveLength(1);
  });

  it('lets one of two entries at once into the same stage in', async () => {
    const both = await Promise.allSettled([record('PILOT', '2024-02-01'), record('PILOT', '2024-02-02')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes a record back', async () => {
    await record('PILOT', '2024-03-01');
    const { recordId } = await record('PRODUCTION', '2024-11-15');
    await world.stages.retract(world.manager, { recordId, reason: 'It was another one' });
    expect(await current()).toMatchObject({ stage: 'PILOT', on: '2024-03-01' });
    await expect(world.stages.retract(world.manager, { recordId, reason: 'again' })).rejects.toThrow(
      ConflictError,
    );
  });

  it('asks why, obeys the timeline, and denies others', async () => {
    const { recordId } = await record('PILOT', '2024-03-01');
    await record('PRODUCTION', '2024-11-15');
    await expect(world.stages.retract(world.manager, { recordId, reason: ' ' })).rejects.toMatchObject({
      path: ['reason'],
    });
    await expect(correct(recordId, '2024-11-01', 'PRODUCTION')).rejects.toMatchObject({ code: 'CONFLICT' });
    const request = { recordId, stage: 'PILOT' as const, on: onDay('2024-02-01'), reason: 'x' };
    await expect(world.stages.correct(world.as('EXECUTIVE'), request)).rejects.toThrow(ForbiddenError);
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    await expect(world.stages.correct(elsewhere.manager, request)).rejects.toThrow(NotFoundError);
    await expect(world.stages.retract(elsewhere.manager, { recordId, reason: 'x' })).rejects.toThrow(
      NotFoundError,
    );
  });
});
