import { addDays, type Day, day, type Stage, STAGES } from '@pilotage/analytics';
import { type InitiativeId } from '@pilotage/portfolio';
import { TestDatabase } from '@pilotage/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TestTenant } from '../../fixtures/tenant.js';
import { readFactStatus } from '../reading/fact-status.queries.js';

let db: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  tenant = await TestTenant.create(db);
});

const today = (): Day => day(new Date().toISOString().slice(0, 10));
const daysAgo = (count: number): Day => addDays(today(), -count);

async function rebuilt(): Promise<string[]> {
  await tenant.refresher.rebuild(tenant.ctx);
  await tenant.refreshAll();
  return tenant.facts();
}

const stagesNow = async (): Promise<(string | null)[]> => {
  const rows = await db.unitOfWork.readOne<{ stage: string | null }>(
    tenant.ctx,
    `select stage from initiative_quarter where tenant_id = $1
        and quarter_to = (select max(quarter_to) from initiative_quarter where tenant_id = $1) order by stage`,
    [tenant.ctx.tenantId],
  );
  return rows.map(({ stage }) => stage);
};

const statusOf = () =>
  db.unitOfWork.read(tenant.ctx, async (tx) => {
    const [calendar] = await tx.query<{ ends: Day[] }>(
      'select quarter_ends::text[] as ends from fact_calendar where tenant_id = $1',
      [tenant.ctx.tenantId],
    );
    return readFactStatus(tx, calendar?.ends ?? [today()]);
  });

describe('facts', () => {
  it('follow what is recorded, corrected and retracted', async () => {
    const id = await tenant.initiative(daysAgo(400));
    const pilot = await tenant.enter(id, 'PILOT', daysAgo(300));
    await tenant.refreshAll();
    expect(await stagesNow()).toEqual(['PILOT']);
    const production = await tenant.enter(id, 'PRODUCTION', daysAgo(10));
    await tenant.refreshAll();
    expect(await stagesNow()).toEqual(['PRODUCTION']);
    await tenant.retract(id, production, daysAgo(10));
    await tenant.correctDay(id, pilot, 'PILOT', daysAgo(300), daysAgo(200));
    await tenant.refreshAll();
    expect(await stagesNow()).toEqual(['PILOT']);
    expect(await tenant.facts()).toEqual(await rebuilt());
  });

  it('say how many initiatives are still to come', async () => {
    await tenant.initiative(daysAgo(100));
    await tenant.initiative(daysAgo(100));
    expect(await statusOf()).toEqual({ pending: 2, factsAt: null });
    await tenant.refreshAll();
    expect(await statusOf()).toMatchObject({ pending: 0, factsAt: expect.any(Date) });
    const id = await tenant.initiative(daysAgo(50));
    await tenant.enter(id, 'IDEA', daysAgo(40));
    expect(await statusOf()).toMatchObject({ pending: 1 });
  });

  it('are of one tenant only', async () => {
    await tenant.initiative(daysAgo(100));
    const other = await TestTenant.create(db);
    await other.initiative(daysAgo(100));
    await tenant.refreshAll();
    expect(await other.facts()).toEqual([]);
    expect((await tenant.facts()).length).toBeGreaterThan(0);
    expect(await db.global.query('select * from initiative_quarter')).toEqual([]);
  });

  it('keep only the quarters of the calendar when the fiscal year changes, and are those of a rebuild', async () => {
    const id = await tenant.initiative(daysAgo(900));
    await tenant.enter(id, 'PILOT', daysAgo(800));
    await tenant.refreshAll();
    const before = await tenant.facts();
    await tenant.run((tx) =>
      tenant.settings.change(tx, { name: 'FISCAL_YEAR_START_MONTH', value: '2', effectiveOn: daysAgo(200) }),
    );
    while (await tenant.refresher.refreshByNewSettings(tenant.ctx));
    const after = await tenant.facts();
    expect(after).not.toEqual(before);
    expect(after).toEqual(await rebuilt());
  });

  it('add a quarter when it begins: the timer runs just after the midnight of the tenant', async () => {
    const auckland = await TestTenant.create(db, { month: 4, timeZone: 'Pacific/Auckland' });
    const id = await auckland.initiative(daysAgo(900));
    await auckland.enter(id, 'PILOT', daysAgo(800));
    await auckland.refreshAll();
    const full = await auckland.facts();
    // As it was before the running quarter had begun.
    await auckland.run(async (tx) => {
      await tx.query(
        `delete from initiative_quarter where tenant_id = $1 and quarter_to = (select max(quarter_to) from initiative_quarter)`,
        [auckland.ctx.tenantId],
      );
      await tx.query(
        `update fact_calendar set quarter_ends = quarter_ends[1:array_length(quarter_ends, 1) - 1] where tenant_id = $1`,
        [auckland.ctx.tenantId],
      );
    });
    await auckland.refreshAll();
    expect(await auckland.facts()).toEqual(full);
    const [timer] = await db.relay.query<{ schedule: string; zone: string; isAhead: boolean }>(
      `select schedule, time_zone as zone, next_at > now() as "isAhead" from timer where tenant_id = $1`,
      [auckland.ctx.tenantId],
    );
    expect(timer).toEqual({ schedule: 'daily 00:01', zone: 'Pacific/Auckland', isAhead: true });
  });
});

describe('a rebuild', () => {
  it('is bit-identical to what increments gave, on any history', async () => {
    const stage = fc.constantFrom<Stage>(...STAGES);
    const ago = fc.integer({ min: 0, max: 1500 });
    const which = fc.nat({ max: 2 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('enter' as const), which, stage, ago }),
      fc.record({ kind: fc.constant('see' as const), which, stage, ago }),
      fc.record({ kind: fc.constant('assess' as const), which, ago, yes: fc.boolean() }),
      fc.record({ kind: fc.constant('move' as const), which, to: ago }),
      fc.record({ kind: fc.constant('retract' as const), which }),
      fc.record({ kind: fc.constant('refresh' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        tenant = await TestTenant.create(db, { month: 7 });
        const ids: InitiativeId[] = [];
        for (const since of [1600, 700, 30]) ids.push(await tenant.initiative(daysAgo(since)));
        const live = new Map<InitiativeId, { id: string; stage: Stage; on: Day }[]>();
        const assessedOn = new Set<string>();
        for (const one of steps) {
          if (one.kind === 'refresh') {
            await tenant.refresher.refresh(tenant.ctx);
            continue;
          }
          const id = ids[one.which]!;
          const events = live.get(id) ?? [];
          const last = events.at(-1);
          if (one.kind === 'enter') {
            const on = daysAgo(one.ago);
            live.set(id, [...events, { id: await tenant.enter(id, one.stage, on), stage: one.stage, on }]);
          } else if (one.kind === 'see') await tenant.see(id, one.stage, daysAgo(one.ago));
          else if (one.kind === 'assess') {
            const key = `${id} ${one.ago}`;
            if (!assessedOn.has(key)) await tenant.assess(id, daysAgo(one.ago), one.yes ? 'YES' : 'PARTIAL');
            assessedOn.add(key);
          } else if (last && one.kind === 'move') {
            const to = daysAgo(one.to);
            const successor = await tenant.correctDay(id, last.id, last.stage, last.on, to);
            live.set(id, [...events.slice(0, -1), { ...last, id: successor, on: to }]);
          } else if (last) {
            await tenant.retract(id, last.id, last.on);
            live.set(id, events.slice(0, -1));
          }
        }
        await tenant.refreshAll();
        const incremental = await tenant.facts();
        expect(await rebuilt()).toEqual(incremental);
      }),
      { numRuns: 15 },
    );
  });

  it('is bit-identical also while corrections arrive', async () => {
    const ids: InitiativeId[] = [];
    for (let index = 0; index < 12; index += 1) {
      const id = await tenant.initiative(daysAgo(1000));
      await tenant.enter(id, 'PILOT', daysAgo(900 - index));
      ids.push(id);
    }
    await tenant.refreshAll();
    let isRebuilding = true;
    const corrections = (async () => {
      for (let round = 0; isRebuilding || round < 20; round += 1) {
        const id = ids[round % ids.length]!;
        const record = await tenant.enter(id, 'LIMITED_PRODUCTION', daysAgo(500 + round));
        await tenant.correctDay(id, record, 'LIMITED_PRODUCTION', daysAgo(500 + round), daysAgo(100 + round));
        await tenant.assess(id, daysAgo(400 + round), 'YES');
      }
    })();
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([rebuilt(), tenant.refreshAll()]);
    }
    isRebuilding = false;
    await corrections;
    await tenant.refreshAll();
    const incremental = await tenant.facts();
    expect(incremental.length).toBeGreaterThan(100);
    expect(await rebuilt()).toEqual(incremental);
  });
});

describe('the plan', () => {
  it('finds the facts of initiatives by index', async () => {
    const plan = await db.planOf(
      tenant.ctx,
      `delete from initiative_quarter where tenant_id = $1 and initiative_id = any ($2::uuid[]) and quarter_to >= $3`,
      [tenant.ctx.tenantId, [tenant.ctx.tenantId], '2026-03-31'],
    );
    expect(plan).toMatch(/Index Cond: \(\(tenant_id = .*initiative_id = ANY/);
  });
});
