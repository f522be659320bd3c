import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, day, type Day } from '@pilotage/analytics';
import { ConflictError, ForbiddenError, newId, NotFoundError } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import { findInitiatives, type InitiativeRow } from './initiative.queries.js';
import { recordedAssignments, recordedRevisions, versionsOf } from './initiative.history.js';
import { revisionsOf } from './initiative.revisions.js';
import type { InitiativeId } from './initiative.types.js';

let db: TestDatabase;
let world: World;
let today: Day;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
  today = await world.today;
});

const rowOf = async (id: InitiativeId, ctx = world.manager): Promise<InitiativeRow | undefined> =>
  (
    await world.unitOfWork.read(ctx, async (tx) =>
      findInitiatives(tx, await world.access.scopeOf(tx, ctx), [id]),
    )
  )[0];

describe('entering an initiative', () => {
  it('gives keys without gaps or twins, also to many at once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_, index) => world.create(`Initiative ${index}`)),
    );
    const keys = await world.query<{ key: number }>(
      'select key_number as key from initiative order by key_number',
    );
    expect(ids).toHaveLength(12);
    expect(keys.map(({ key }) => key)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  it('stores what was said, tidied, and the stage', async () => {
    const unitId = await world.unit('Claims');
    const ownerId = await world.person('Ada Lovelace');
    const initiative = {
      name: '  Triage ',
      kind: 'VISION' as const,
      tags: ['b', 'a', 'b'],
      unitId,
      ownerId,
      summary: null,
    };
    const id = await world.initiatives.create(world.manager, {
      idempotencyKey: newId(),
      initiative,
      stage: 'PILOT',
      stageOn: { on: day('2024-05-09'), precision: 'QUARTER' },
    });
    expect(await rowOf(id)).toMatchObject({
      name: 'Triage',
      summary: '',
      kind: 'VISION',
      riskTier: 'UNKNOWN',
      tags: ['a', 'b'],
      unitId,
      ownerId,
      sponsorId: null,
      stage: 'PILOT',
      stageOn: '2024-04-01',
      stagePrecision: 'QUARTER',
      lastObservedOn: today,
    });
  });

  it('begins the register kept here, once', async () => {
    await world.create('One');
    await world.create('Two');
    expect(
      await world.query(
        'select as_of_on::text as "asOf", complete_since::text as "since", living_only as living from register_statement',
      ),
    ).toEqual([{ asOf: today, since: today, living: false }]);
  });

  it('is done once for one idempotency key', async () => {
    const request = { idempotencyKey: newId(), initiative: { name: 'Once' } };
    const [first, second] = await Promise.all([
      world.initiatives.create(world.manager, request),
      world.initiatives.create(world.manager, request),
    ]);
    expect(second).toBe(first);
    const other = { ...request, initiative: { name: 'Twice' } };
    await expect(world.initiatives.create(world.manager, other)).rejects.toMatchObject({
      path: ['idempotencyKey'],
    });
  });

  it.each([
    ['an empty name', { name: ' ' }, ['initiative', 'name']],
    ['a long name', { name: 'x'.repeat(501) }, ['initiative', 'name']],
    ['a long tag', { name: 'x', tags: ['y'.repeat(101)] }, ['initiative', 'tags', '0']],
    ['many tags', { name: 'x', tags: Array.from({ length: 31 }, String) }, ['initiative', 'tags']],
    ['a unit of nobody', { name: 'x', unitId: newId() }, ['initiative', 'unitId']],
    ['an owner that is no id', { name: 'x', ownerId: 'Ada' }, ['initiative', 'ownerId']],
    ['a sponsor of nobody', { name: 'x', sponsorId: newId() }, ['initiative', 'sponsorId']],
  ])('refuses %s, naming the field, and stores nothing', async (_, initiative, path) => {
    await expect(
      world.initiatives.create(world.manager, { idempotencyKey: newId(), initiative }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', path });
    expect(await world.query('select id from initiative')).toEqual([]);
  });

  it("refuses another tenant's unit as one of nobody", async () => {
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    const unitId = await elsewhere.unit('Theirs');
    await expect(world.create('x', { unitId })).rejects.toMatchObject({ path: ['initiative', 'unitId'] });
  });

  it('lets contributors enter what is their own only', async () => {
    const unitId = await world.unit('Claims');
    const contributor = world.as('CONTRIBUTOR', [unitId]);
    expect(await world.create('Mine', { unitId }, contributor)).toBeDefined();
    await expect(world.create('Nobody’s', {}, contributor)).rejects.toThrow(ForbiddenError);
    await expect(world.create('x', {}, world.as('CONTRIBUTOR'))).rejects.toThrow(ForbiddenError);
    await expect(world.create('x', {}, world.as('EXECUTIVE'))).rejects.toThrow(ForbiddenError);
  });
});

describe('changing an initiative', () => {
  let id: InitiativeId;
  beforeEach(async () => {
    id = await world.create('Triage', { summary: 'Sorts claims', tags: ['claims'] });
  });
  const change = (initiative: object, more: object = {}, ctx = world.manager): Promise<InitiativeId> =>
    world.initiatives.update(ctx, { id, initiative: { name: 'Triage', ...initiative }, ...more });
  const live = (): Promise<{ on: string; name: string }[]> =>
    world.query(
      `select effective_on::text as on, name from initiative_revision where superseded_at is null order by effective_on`,
    );

  it('keeps what is absent and clears what is null', async () => {
    await change({ kind: 'AGENT' });
    expect(await rowOf(id)).toMatchObject({ summary: 'Sorts claims', tags: ['claims'], kind: 'AGENT' });
    await change({ summary: null, tags: null });
    expect(await rowOf(id)).toMatchObject({ summary: '', tags: [], kind: 'AGENT' });
  });

  it('of the same day supersedes; of another day adds a revision that begins there', async () => {
    await change({ name: 'Triage 2' });
    expect(await live()).toEqual([{ on: today, name: 'Triage 2' }]);
    await change({ name: 'Triage of old' }, { effectiveOn: addDays(today, -30) });
    expect(await live()).toEqual([
      { on: addDays(today, -30), name: 'Triage of old' },
      { on: today, name: 'Triage 2' },
    ]);
    expect(await rowOf(id)).toMatchObject({ name: 'Triage 2' });
  });

  it('that changes nothing records nothing', async () => {
    const before = await rowOf(id);
    await change({});
    expect(await rowOf(id)).toEqual(before);
    expect(await world.query('select id from initiative_revision')).toHaveLength(1);
  });

  it('moves it between units and owners, with the trail', async () => {
    const [claims, motor, ownerId] = [
      await world.unit('Claims'),
      await world.unit('Motor'),
      await world.person('Ada'),
    ];
    await change({ unitId: claims, ownerId });
    await change({ unitId: motor, name: 'Motor triage' });
    await change({ name: 'Motor triage', ownerId: null });
    expect(await rowOf(id)).toMatchObject({ unitId: motor, ownerId: null });
    const trail = await world.unitOfWork.read(world.manager, async (tx) =>
      revisionsOf(await recordedRevisions(tx, [id]), await recordedAssignments(tx, [id])),
    );
    expect(trail.map(({ changed }) => [...changed].sort())).toEqual([
      ['owner'],
      ['name', 'unit'],
      ['owner', 'unit'],
      [],
    ]);
  });

  it('marks figures from its day on, and all of them where it is the first to say so', async () => {
    const [claims, motor] = [await world.unit('Claims'), await world.unit('Motor')];
    const marked = async (): Promise<string[]> =>
      (
        await world.query<{ on: string }>(
          `select from_on::text as on from change_log where initiative_id = $1 order by id desc`,
          [id],
        )
      ).map(({ on }) => on);
    const before = await marked();
    const ago = (days: number) => addDays(today, -days);
    await change({ unitId: claims }, { effectiveOn: ago(100) });
    await change({ unitId: motor }, { effectiveOn: ago(50) });
    await change({ unitId: claims }, { effectiveOn: ago(50) });
    await change({ unitId: motor }, { effectiveOn: ago(100) });
    await change({ kind: 'AGENT' });
    expect(await marked()).toEqual(['1970-01-01', '1970-01-01', ago(50), ago(50), '1970-01-01', ...before]);
  });

  it('is a conflict when somebody changed its attributes or assignments since, and for nothing else', async () => {
    const version = (): Promise<string> =>
      world.unitOfWork.read(world.manager, async (tx) => (await versionsOf(tx, [id])).get(id)!);
    const opened = await version();
    await world.stages.record(world.manager, {
      idempotencyKey: newId(),
      initiativeId: id,
      stage: 'PILOT',
      on: { on: day('2024-03-01') },
    });
    await change({ kind: 'AGENT' }, { expectedVersion: opened });
    await expect(change({ kind: 'VISION' }, { expectedVersion: opened })).rejects.toThrow(ConflictError);
    const revised = await version();
    await change({ ownerId: await world.person('Ada') }, { expectedVersion: revised });
    await expect(change({ kind: 'VISION' }, { expectedVersion: revised })).rejects.toThrow(ConflictError);
    await change({ kind: 'VISION' }, { expectedVersion: await version() });
  });

  it('refuses days before 1970 and in the future', async () => {
    await expect(change({ kind: 'AGENT' }, { effectiveOn: day('1969-12-31') })).rejects.toMatchObject({
      path: ['effectiveOn'],
    });
    await expect(change({ kind: 'AGENT' }, { effectiveOn: addDays(today, 1) })).rejects.toMatchObject({
      path: ['effectiveOn'],
    });
  });

  it('is denied to others: not found for other tenants and units, forbidden for readers', async () => {
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    await expect(change({ kind: 'AGENT' }, {}, elsewhere.manager)).rejects.toThrow(NotFoundError);
    await expect(change({ kind: 'AGENT' }, {}, world.as('CONTRIBUTOR', []))).rejects.toThrow(NotFoundError);
    await expect(change({ kind: 'AGENT' }, {}, world.as('CONTRIBUTOR'))).rejects.toThrow(ForbiddenError);
    await expect(change({ kind: 'AGENT' }, {}, world.as('AUDITOR'))).rejects.toThrow(ForbiddenError);
    await expect(change({ kind: 'AGENT' }, { id: 'no id' })).rejects.toThrow(NotFoundError);
  });

  it('does not let contributors give it away to where it would not be theirs', async () => {
    const [claims, motor] = [await world.unit('Claims'), await world.unit('Motor')];
    await change({ unitId: claims });
    const contributor = world.as('CONTRIBUTOR', [claims]);
    await change({ kind: 'AGENT' }, {}, contributor);
    await expect(change({ unitId: motor }, {}, contributor)).rejects.toThrow(ForbiddenError);
    expect(await rowOf(id)).toMatchObject({ unitId: claims, kind: 'AGENT' });
  });
});
