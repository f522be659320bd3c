import { day, outcomeOf, type Stage } from '@pilotage/analytics';
import { type InitiativeId } from '@pilotage/portfolio';
import { TestDatabase } from '@pilotage/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestTenant } from '../../fixtures/tenant.js';
import { type Fact } from '../fact/fact.js';
import { type KnownAt, readFacts, readLogs } from './history.queries.js';

let db: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  tenant = await TestTenant.create(db);
});

const factsOn = (days: readonly string[], knownAt: KnownAt = null): Promise<Fact[]> =>
  db.unitOfWork.read(tenant.ctx, (tx) =>
    readFacts(
      tx,
      knownAt,
      days.map((quarterTo) => ({ quarterTo: day(quarterTo), unitIds: null, kinds: null })),
    ),
  );

const factOn = async (on: string, knownAt: KnownAt = null): Promise<Fact | undefined> =>
  (await factsOn([on], knownAt))[0];

async function withStages(...entered: readonly (readonly [Stage, string])[]): Promise<InitiativeId> {
  const id = await tenant.initiative('2024-01-01');
  for (const [stage, on] of entered) await tenant.enter(id, stage, on);
  return id;
}

describe('the stage on a day', () => {
  it('is the one entered last, from its very day on', async () => {
    await withStages(['IDEA', '2024-01-10'], ['PILOT', '2024-04-01']);
    const facts = await factsOn(['2024-01-09', '2024-03-31', '2024-04-01']);
    expect(facts.map(({ stage, stageOn }) => [stage, stageOn])).toEqual([
      [null, null],
      ['IDEA', '2024-01-10'],
      ['PILOT', '2024-04-01'],
    ]);
  });

  it('is not there before the initiative was', async () => {
    await withStages(['IDEA', '2024-01-10']);
    expect(await factsOn(['2023-12-31'])).toEqual([]);
  });

  it('of two entries on one day is the further one', async () => {
    await withStages(['PRODUCTION', '2024-04-01'], ['PILOT', '2024-04-01']);
    expect(await factOn('2024-04-01')).toMatchObject({ stage: 'PRODUCTION', stageOn: '2024-04-01' });
  });

  it('may be one seen only: then its entry is not known', async () => {
    const id = await withStages(['IDEA', '2024-01-10']);
    await tenant.see(id, 'PILOT', '2024-05-05');
    await tenant.see(id, 'PILOT', '2024-06-06');
    expect(await factOn('2024-06-30')).toMatchObject({
      stage: 'PILOT',
      stageKnownBy: 'OBSERVATION',
      stageOn: '2024-05-05',
      lastObservedOn: '2024-06-06',
    });
  });

  it('that is confirmed keeps its beginning and moves the day last observed', async () => {
    const id = await withStages(['PILOT', '2024-04-01']);
    await tenant.see(id, 'PILOT', '2024-06-06');
    expect(await factOn('2024-06-30')).toMatchObject({
      stageKnownBy: 'EVENT',
      stageOn: '2024-04-01',
      lastObservedOn: '2024-06-06',
    });
    expect(await factOn('2024-05-31')).toMatchObject({ lastObservedOn: '2024-04-01' });
  });

  it('begins anew after a move back', async () => {
    await withStages(['PILOT', '2024-04-01'], ['PRODUCTION', '2024-05-01'], ['PILOT', '2024-06-01']);
    expect(await factOn('2024-06-30')).toMatchObject({ stage: 'PILOT', stageOn: '2024-06-01' });
  });
});

describe('the unit and the kind on a day', () => {
  it('are the first ones also before these were entered', async () => {
    const [claims, motor] = [await tenant.unit('Claims'), await tenant.unit('Motor')];
    const id = await tenant.initiative('2024-06-01', { kind: 'VISION', unitId: claims });
    await tenant.enter(id, 'PILOT', '2022-02-01');
    await tenant.assign(id, motor, '2024-08-01');
    const facts = await factsOn(['2021-12-31', '2022-03-31', '2024-07-31', '2024-09-30']);
    expect(
      facts.map(({ quarterTo, unitId, kind, lastObservedOn }) => [quarterTo, unitId, kind, lastObservedOn]),
    ).toEqual([
      // What was said of it in June 2024 is no sign of it in 2022, and before February 2022 there is none.
      ['2022-03-31', claims, 'VISION', '2022-02-01'],
      ['2024-07-31', claims, 'VISION', '2024-06-01'],
      ['2024-09-30', motor, 'VISION', '2024-06-01'],
    ]);
  });
});

describe('the outcome of an end', () => {
  it('is retired once it had been in production, also when that lies far back', async () => {
    await withStages(['SCALED', '2024-02-01'], ['PILOT', '2024-03-01'], ['ENDED', '2024-04-01']);
    expect(await factOn('2024-03-31')).toMatchObject({ outcome: null });
    expect(await factOn('2024-06-30')).toMatchObject({ stage: 'ENDED', outcome: 'RETIRED' });
  });

  it('is abandoned when it never was, from limited production too', async () => {
    await withStages(['LIMITED_PRODUCTION', '2024-02-01'], ['ENDED', '2024-04-01']);
    expect(await factOn('2024-06-30')).toMatchObject({ outcome: 'ABANDONED' });
  });

  it('is merged where another carries on', async () => {
    const successorId = await tenant.initiative('2024-01-01');
    const id = await withStages(['PRODUCTION', '2024-02-01']);
    await tenant.enter(id, 'ENDED', '2024-04-01', { successorId });
    const facts = await factsOn(['2024-06-30']);
    expect(facts.find(({ initiativeId }) => initiativeId === id)).toMatchObject({
      outcome: 'MERGED',
      successorId,
    });
  });
});

describe('an end that is only seen, after a merge was taken back', () => {
  it('is no merge: in facts, in the list and by the log alike', async () => {
    const successorId = await tenant.initiative('2024-01-01');
    const id = await withStages(['PILOT', '2024-02-01']);
    await tenant.enter(id, 'ENDED', '2024-03-01', { successorId });
    await tenant.enter(id, 'PILOT', '2024-04-01');
    await tenant.see(id, 'ENDED', '2024-05-01');
    const facts = await factsOn(['2024-06-30']);
    expect(facts.find(({ initiativeId }) => initiativeId === id)).toMatchObject({
      outcome: 'ABANDONED',
      successorId: null,
    });
    const listed = await db.unitOfWork.readOne(
      tenant.ctx,
      'select outcome from initiative_current where tenant_id = $1 and initiative_id = $2',
      [tenant.ctx.tenantId, id],
    );
    expect(listed).toEqual([{ outcome: 'ABANDONED' }]);
    const asOf = day('2024-06-30');
    const logs = await db.unitOfWork.read(tenant.ctx, (tx) =>
      readLogs(tx, null, asOf, { unitIds: null, kinds: null }),
    );
    const log = logs.find(({ initiativeId }) => initiativeId === id);
    expect(log && outcomeOf(log, asOf)).toEqual({ kind: 'ended', outcome: 'ABANDONED', mergedInto: null });
  });
});

describe('the assessment on a day', () => {
  it('is the latest by its as-of day, with the gate of the stage in force then', async () => {
    const id = await withStages(['IDEA', '2024-01-10'], ['PILOT', '2024-05-01']);
    const later = await tenant.assess(id, '2024-05-15', 'YES');
    const earlier = await tenant.assess(id, '2024-03-15', 'PARTIAL');
    const [march, june] = await factsOn(['2024-03-31', '2024-06-30']);
    expect(march).toMatchObject({ assessmentId: earlier, assessedOn: '2024-03-15' });
    expect((march?.scoreNum ?? 0) / (march?.scoreDen ?? 0)).toBe(0.5);
    expect(june).toMatchObject({ assessmentId: later, isReady: true, blocking: [] });
    expect(june?.scoreNum).toBe(june?.scoreDen);
    // Only answers of Partial meet what a pilot asks; what limited production asks they do not.
    expect(march?.gateOf).toBe(15);
    expect((march?.gateMet ?? 0) + (march?.blocking?.length ?? 0)).toBe(15);
  });

  it('has no gate after the last stage', async () => {
    const id = await withStages(['SCALED', '2024-01-10']);
    await tenant.assess(id, '2024-03-15', 'YES');
    expect(await factOn('2024-06-30')).toMatchObject({
      isReady: null,
      gateMet: null,
      assessedOn: '2024-03-15',
    });
  });
});

describe('what was known at an instant', () => {
  it('does not change by what is corrected, retracted or entered later', async () => {
    const id = await tenant.initiative('2024-01-01');
    const pilot = await tenant.enter(id, 'PILOT', '2024-04-01');
    const end = await tenant.enter(id, 'ENDED', '2024-05-01');
    const before = await factsOn(['2024-03-31', '2024-06-30']);
    const knownAt = await tenant.run((tx) => tx.history.settle());
    await tenant.correctDay(id, pilot, 'PILOT', '2024-04-01', '2024-02-01');
    await tenant.retract(id, end, '2024-05-01');
    await tenant.assess(id, '2024-03-01', 'YES');
    await tenant.initiative('2024-01-01');
    expect(await factsOn(['2024-03-31', '2024-06-30'], knownAt)).toEqual(before);
    expect(await factOn('2024-03-31')).toMatchObject({ stage: 'PILOT', stageOn: '2024-02-01' });
    expect(await factsOn(['2024-03-31'])).toHaveLength(2);
  });
});

describe('another tenant', () => {
  it('gets nothing, even by id', async () => {
    const id = await withStages(['PILOT', '2024-04-01']);
    const other = await TestTenant.create(db);
    const rows = await db.unitOfWork.readOne(
      other.ctx,
      `select * from app.initiative_state('infinity', array['2024-06-30']::date[], array[$1]::uuid[])`,
      [id],
    );
    expect(rows).toEqual([]);
    expect(
      await db.global.query(`select * from app.initiative_state('infinity', array['2024-06-30']::date[])`),
    ).toEqual([]);
  });
});

describe('the plan', () => {
  it('reaches every history by index when asked for a few initiatives', async () => {
    const plan = await db.planOf(
      tenant.ctx,
      `select * from app.initiative_fact('infinity', array['2024-06-30']::date[], array['${tenant.ctx.tenantId}']::uuid[])`,
    );
    expect(plan).not.toContain('Seq Scan');
    const asked = `= ANY ('{${tenant.ctx.tenantId}}'::uuid[]))`;
    for (const [index, column] of [
      ['initiative_pkey', 'id'],
      ['stage_event_of_initiative', 'initiative_id'],
      ['stage_observation_of_initiative', 'initiative_id'],
      ['initiative_revision_history', 'initiative_id'],
      ['initiative_assignment_history', 'initiative_id'],
      ['assessment_of_subject', 'subject_id'],
    ]) {
      const [, condition] = plan.split(` using ${index} `)[1]?.split('Index Cond: ') ?? [];
      expect(condition?.split('\n')[0]).toContain(`(${column} ${asked}`);
    }
  });

  it('computes each history once, whatever the number of days', async () => {
    const planFor = (count: number) =>
      db.planOf(
        tenant.ctx,
        `select * from app.initiative_state('infinity', array[${Array.from({ length: count }, (_, index) => `'${day('2024-01-01').slice(0, 8)}${String(index + 1).padStart(2, '0')}'`).join(', ')}]::date[])`,
      );
    const [one, many] = await Promise.all([planFor(1), planFor(12)]);
    const scans = (plan: string) =>
      plan.match(/Scan .*on (stage_event|assessment|initiative_revision)\b/g)?.length;
    expect(scans(many)).toBe(scans(one));
  });
});
