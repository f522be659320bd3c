import { addDays, type Day, day } from '@pilotage/analytics';
import { newId } from '@pilotage/platform';
import { type InitiativeId } from '@pilotage/portfolio';
import { TestDatabase } from '@pilotage/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestTenant } from '../../fixtures/tenant.js';
import { type FactStatus } from '../reading/fact-status.queries.js';
import { findReports } from './report.queries.js';
import { type Report, type ReportId, type ReportKind, type ReportResult } from './report.js';

let db: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  tenant = await TestTenant.create(db, { month: 4, timeZone: 'Pacific/Auckland' });
});

/** In Auckland, where it is tomorrow already for half of the day. */
const today = (): Day =>
  day(new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(new Date()));
const daysAgo = (count: number): Day => addDays(today(), -count);

const find = async (id: ReportId): Promise<Report> => {
  const [report] = await db.unitOfWork.read(tenant.ctx, (tx) => findReports(tx, [id]));
  if (!report) throw new Error('No such report.');
  return report;
};
const resultOf = (id: ReportId): Promise<ReportResult | null> =>
  tenant.reportReader.result(tenant.as('ADMIN'), id);

/** A small portfolio with something of everything, in two units. */
async function portfolio(size = 14): Promise<{ ids: InitiativeId[]; units: string[] }> {
  const claims = await tenant.unit('Claims');
  const units = [claims, await tenant.unit('Motor', claims), await tenant.unit('Sales')];
  await tenant.statesRegister(daysAgo(5), daysAgo(900));
  const ids: InitiativeId[] = [];
  for (let index = 0; index < size; index += 1) {
    const kind = index % 2 === 0 ? 'GENERATIVE' : 'VISION';
    const id = await tenant.initiative(daysAgo(1000 - index * 20), {
      kind,
      unitId: units[index % 3] ?? null,
    });
    ids.push(id);
    if (index === 3) {
      await tenant.see(id, 'PILOT', daysAgo(200));
      continue;
    }
    await tenant.enter(id, 'IDEA', daysAgo(950 - index * 20));
    await tenant.enter(id, 'PILOT', daysAgo(800 - index * 50), { precision: index === 5 ? 'MONTH' : 'DAY' });
    if (index % 3 === 0)
      await tenant.enter(id, 'PRODUCTION', daysAgo(500 - index * 30), { reason: 'Approved' });
    if (index % 5 === 4) await tenant.enter(id, 'ENDED', daysAgo(60 + index));
    if (index % 4 !== 3)
      await tenant.assess(id, daysAgo(130 - index), index % 2 === 0 ? 'PARTIAL' : 'YES', {
        except: { DF1: 'NO' },
      });
    await tenant.assess(id, daysAgo(40 + index), 'YES', { except: { TM3: index % 2 === 0 ? 'NO' : 'YES' } });
  }
  await tenant.refreshAll();
  return { ids, units };
}

describe('pages and stored reports', () => {
  it('agree to the digit, for all kinds, quarters and filters', async () => {
    const { units } = await portfolio();
    const admin = tenant.as('ADMIN');
    for (const filter of [
      { unitIds: [], kinds: [] },
      { unitIds: [units[0] ?? ''], kinds: [] },
      { unitIds: [], kinds: ['VISION'] },
    ]) {
      for (const quarterOf of [today(), daysAgo(95), daysAgo(370)]) {
        const stored = async (kind: ReportKind) => resultOf(await tenant.report({ kind, quarterOf, filter }));
        const live = <Page>({ pending, factsAt, ...page }: Page & FactStatus) => {
          expect([pending, factsAt]).toEqual([0, expect.any(Date)]);
          return page;
        };
        const trend = live(await tenant.pages.trend(admin, filter, 8, quarterOf));
        expect(await stored('TREND')).toEqual({ kind: 'TREND', trend });
        const timeToProduction = await tenant.pages.timeToProduction(admin, filter, quarterOf);
        expect(await stored('TIME_TO_PRODUCTION')).toEqual({ kind: 'TIME_TO_PRODUCTION', timeToProduction });
        const executiveQuarter = live(await tenant.pages.executiveQuarter(admin, filter, quarterOf));
        expect(await stored('EXECUTIVE_QUARTER')).toEqual({ kind: 'EXECUTIVE_QUARTER', executiveQuarter });
        expect([trend, executiveQuarter].map(({ quarters }) => quarters.length)).toEqual([8, 8]);
      }
    }
  });

  it('are refused live before facts are kept, and for a quarter to come', async () => {
    const [admin, all] = [tenant.as('ADMIN'), { unitIds: [], kinds: [] }];
    const trend = (count: number, quarterOf: Day) => tenant.pages.trend(admin, all, count, quarterOf);
    const kept = await trend(20, today());
    const [earliest, second] = kept.quarters.map(({ quarter }) => quarter.to) as [Day, Day];
    expect((await trend(2, second)).quarters.map(({ quarter }) => quarter.to)).toEqual([earliest, second]);
    await expect(trend(2, earliest)).rejects.toThrow('A live page of 2 quarters reaches back 18.');
    await expect(trend(20, daysAgo(95))).rejects.toThrow('A live page of 20 quarters reaches back 0.');
    await expect(tenant.pages.executiveQuarter(admin, all, second)).rejects.toThrow(
      'A live page of 8 quarters reaches back 12.',
    );
    await expect(trend(8, addDays(today(), 100))).rejects.toThrow('has not begun.');
  });

  it('say something: the portfolio is not an empty one', async () => {
    await portfolio();
    const page = await tenant.pages.trend(tenant.as('ADMIN'), { unitIds: [], kinds: [] }, 8, null);
    const last = page.quarters.at(-1);
    expect(last?.active).toBe(12);
    expect(last?.observedStages).toBe(1);
    expect(last?.readiness.value).toBeGreaterThan(50);
    expect(last?.byDimension.map(({ dimensionKey }) => dimensionKey)).toEqual(['DF', 'RC', 'SA', 'TM', 'TO']);
    expect(page.bridge?.reason).toBeNull();
    expect(page.blockers[0]?.questionKey).toBe('TM3');
    const time = await tenant.pages.timeToProduction(tenant.as('ADMIN'), { unitIds: [], kinds: [] }, null);
    expect(time).toMatchObject({ n: 12, events: 4, coarseDates: 1 });
    expect(time.excluded.map(({ code }) => code)).toEqual(['COARSE_DATES', 'ENTRY_UNKNOWN']);
  });
});

describe('a report', () => {
  it('is of the quarters of a fiscal year that starts in April, in the time zone of the tenant', async () => {
    await tenant.initiative(daysAgo(30));
    const report = await find(await tenant.report({ kind: 'TREND', quarterOf: today() }));
    const month = Number(today().slice(5, 7));
    expect(report.quarter.quarter).toBe(Math.floor(((month + 8) % 12) / 3) + 1);
    expect(report.quarter).toMatchObject({ isCurrent: true, isFinished: false });
    expect(report.manifest?.to).toBe(report.quarter.to);
  });

  it('shows what was known at an instant, also when asked for later', async () => {
    const { ids } = await portfolio(4);
    const before = await tenant.report({ kind: 'TREND', quarterOf: today() });
    const yesterday = (await find(before)).knownAt;
    await tenant.enter(ids[1]!, 'PRODUCTION', daysAgo(1));
    await tenant.assess(ids[2]!, daysAgo(1), 'NO');
    const asKnownYesterday = await tenant.report({ kind: 'TREND', quarterOf: today(), knownAt: yesterday });
    const asKnownNow = await tenant.report({ kind: 'TREND', quarterOf: today() });
    expect(await resultOf(asKnownYesterday)).toEqual(await resultOf(before));
    expect((await find(asKnownYesterday)).resultDigest).toBe((await find(before)).resultDigest);
    expect((await find(asKnownYesterday)).manifest?.inputDigest).toBe(
      (await find(before)).manifest?.inputDigest,
    );
    expect((await find(asKnownNow)).resultDigest).not.toBe((await find(before)).resultDigest);
  });

  it('names what was corrected since, with both values', async () => {
    const { ids } = await portfolio(4);
    const id = await tenant.report({ kind: 'EXECUTIVE_QUARTER', quarterOf: today() });
    const since = async () => tenant.reportReader.correctedSince(tenant.as('ADMIN'), await find(id));
    expect(await since()).toEqual([]);
    // Two more of the four are in production: 0 and 3 were not, 1 and 2 are now.
    await tenant.enter(ids[1]!, 'PRODUCTION', daysAgo(0));
    await tenant.enter(ids[2]!, 'PRODUCTION', daysAgo(0));
    expect(await since()).toContainEqual({ figure: 'In production', published: '1 of 4', now: '3 of 4' });
  });

  it('names a move that is told otherwise now, though all counts are as they were', async () => {
    const { ids } = await portfolio(4);
    const first = daysAgo(0);
    const entered = await tenant.enter(ids[1]!, 'PRODUCTION', first, { reason: 'Approved' });
    const id = await tenant.report({ kind: 'EXECUTIVE_QUARTER', quarterOf: today() });
    await tenant.retract(ids[1]!, entered, first);
    await tenant.enter(ids[1]!, 'PRODUCTION', first, { reason: 'Approved by the board' });
    const corrected = await tenant.reportReader.correctedSince(tenant.as('ADMIN'), await find(id));
    expect(corrected).toEqual([
      {
        figure: 'What moved, line 1',
        published: expect.stringMatching(`^AI-002 .*, ${first}: .*production: Approved$`),
        now: expect.stringMatching(`^AI-002 .*, ${first}: .*production: Approved by the board$`),
      },
    ]);
  });

  it('run again gives an equal digest and hangs on the first', async () => {
    const { ids } = await portfolio(6);
    const first = await tenant.report({ kind: 'EXECUTIVE_QUARTER', quarterOf: today() });
    await tenant.enter(ids[1]!, 'SCALED', daysAgo(0));
    const again = await tenant.reports.rerun(tenant.ctx, first, newId());
    const admin = tenant.as('ADMIN');
    expect(await tenant.reportReader.isEqual(admin, await find(again))).toBeNull();
    await tenant.compute(again);
    const rerun = await find(again);
    expect(rerun).toMatchObject({ rerunOf: first, resultDigest: (await find(first)).resultDigest });
    expect(await tenant.reportReader.isEqual(admin, rerun)).toBe(true);
    expect(await tenant.reportReader.differences(admin, rerun)).toEqual([]);
    const listed = await tenant.reportReader.list(admin, { kind: null, first: 10, after: null });
    expect(listed.nodes.map(({ id }) => id)).toEqual([first]);
  });

  it('is asked for once by a double click', async () => {
    const idempotencyKey = newId();
    const wanted = { kind: 'TREND' as const, quarterOf: today(), idempotencyKey };
    const [one, other] = await Promise.all([tenant.report(wanted), tenant.report(wanted)]);
    expect(other).toBe(one);
  });

  it('of a quarter to come is refused, and so is an instant before the tenant was', async () => {
    await expect(tenant.report({ kind: 'TREND', quarterOf: addDays(today(), 100) })).rejects.toThrow(
      'has not begun',
    );
    await expect(
      tenant.report({ kind: 'TREND', quarterOf: today(), knownAt: new Date('2020-01-01T00:00:00Z') }),
    ).rejects.toThrow('Nothing was known');
  });

  it('does not change once it is stored', async () => {
    const id = await tenant.report({ kind: 'TREND', quarterOf: today() });
    await expect(
      tenant.run((tx) =>
        tx.query(`update report set result = '{}' where tenant_id = $1 and id = $2`, [
          tenant.ctx.tenantId,
          id,
        ]),
      ),
    ).rejects.toThrow('no longer changes');
    await expect(
      tenant.run((tx) =>
        tx.query(`update report set known_at = now() where tenant_id = $1 and id = $2`, [
          tenant.ctx.tenantId,
          id,
        ]),
      ),
    ).rejects.toThrow('permission denied');
  });
});

describe('the job', () => {
  it('killed before it stores leaves nothing, and run again stores one result', async () => {
    await portfolio(4);
    const id = await tenant.reports.request(tenant.ctx, {
      idempotencyKey: newId(),
      kind: 'TREND',
      quarterOf: today(),
      filter: { unitIds: [], kinds: [] },
      knownAt: null,
    });
    for (const step of [1, 2]) {
      const killed = tenant.compute(id, (done) =>
        done === step ? Promise.reject(new Error('killed')) : Promise.resolve(),
      );
      await expect(killed).rejects.toThrow('killed');
      expect((await find(id)).finishedAt).toBeNull();
    }
    await Promise.all([tenant.compute(id), tenant.compute(id), tenant.compute(id)]);
    const stored = await find(id);
    expect(stored).toMatchObject({ state: 'DONE', progress: 1 });
    await tenant.compute(id);
    expect(await find(id)).toEqual(stored);
  });

  it('shows on the report how far it is', async () => {
    const id = await tenant.reports.request(tenant.ctx, {
      idempotencyKey: newId(),
      kind: 'TREND',
      quarterOf: today(),
      filter: { unitIds: [], kinds: [] },
      knownAt: null,
    });
    const { receiptId, state, progress } = await find(id);
    expect([state, progress]).toEqual(['PENDING', null]);
    await db.relay.query(
      `update outbox set state = 'RUNNING', done_steps = 1, total_steps = 4 where id = $1`,
      [receiptId],
    );
    expect(await find(id)).toMatchObject({ state: 'RUNNING', progress: 0.25 });
    await db.relay.query(`update outbox set state = 'FAILED', error = 'No luck.' where id = $1`, [receiptId]);
    expect(await find(id)).toMatchObject({ state: 'FAILED', error: 'No luck.' });
    await db.admin.query('delete from outbox where id = $1', [receiptId]);
    expect(await find(id)).toMatchObject({ state: 'FAILED', error: null });
  });
});

describe('another tenant', () => {
  it('finds no report by its id, runs none again and gets its own only', async () => {
    const id = await tenant.report({ kind: 'TREND', quarterOf: today() });
    const other = await TestTenant.create(db);
    await expect(other.reports.rerun(other.ctx, id, newId())).rejects.toThrow('There is no such report.');
    expect(await other.reportReader.find(other.as('ADMIN'), id)).toBeNull();
    expect(await other.reportReader.result(other.as('ADMIN'), id)).toBeNull();
    const listed = await other.reportReader.list(other.as('ADMIN'), { kind: null, first: 10, after: null });
    expect(listed).toMatchObject({ nodes: [], totalCount: 0 });
    expect(await db.global.query('select * from report')).toEqual([]);
  });

  it('has no units here', async () => {
    const other = await TestTenant.create(db);
    const filter = { unitIds: [await other.unit('Theirs')], kinds: [] };
    const refused = 'There is no such unit.';
    await expect(tenant.pages.trend(tenant.as('ADMIN'), filter, 8, null)).rejects.toThrow(refused);
    await expect(tenant.pages.timeToProduction(tenant.as('ADMIN'), filter, null)).rejects.toThrow(refused);
    await expect(tenant.report({ kind: 'TREND', quarterOf: today(), filter })).rejects.toThrow(refused);
  });
});

describe('a restricted contributor', () => {
  it('is not told how many initiatives beyond theirs wait for their figures', async () => {
    const [motor, claims] = [await tenant.unit('Motor wait'), await tenant.unit('Claims wait')];
    const pending = async (ctx: ReturnType<typeof tenant.as>) => {
      const trend = await tenant.pages.trend(ctx, { unitIds: [], kinds: [] }, 8, null);
      const quarter = await tenant.pages.executiveQuarter(ctx, { unitIds: [], kinds: [] }, today());
      return [trend.pending, quarter.pending];
    };
    await tenant.refreshAll();
    await tenant.initiative('2024-01-01', { unitId: motor });
    for (let count = 0; count < 3; count += 1) await tenant.initiative('2024-01-01', { unitId: claims });
    expect(await pending(tenant.as('ADMIN'))).toEqual([4, 4]);
    expect(await pending(tenant.as('CONTRIBUTOR', [motor]))).toEqual([1, 1]);
    await tenant.refresher.rebuild(tenant.ctx);
    expect(await pending(tenant.as('CONTRIBUTOR', [motor]))).toEqual([1, 1]);
    await tenant.refreshAll();
  });

  it('gets aggregates of their units only, whatever they ask for', async () => {
    const { units } = await portfolio();
    const [claims, motor, sales] = units as [string, string, string];
    const all = { unitIds: [], kinds: [] };
    const restricted = tenant.as('CONTRIBUTOR', [motor]);
    const active = async (page: Promise<{ quarters: readonly { active: number }[] }>) =>
      (await page).quarters.at(-1)?.active;
    const ofMotor = await active(
      tenant.pages.trend(tenant.as('ADMIN'), { unitIds: [motor], kinds: [] }, 8, null),
    );
    expect(ofMotor).toBeGreaterThan(0);
    expect(await active(tenant.pages.trend(restricted, all, 8, null))).toBe(ofMotor);
    expect(await active(tenant.pages.trend(restricted, { unitIds: [claims], kinds: [] }, 8, null))).toBe(
      ofMotor,
    );
    expect(await active(tenant.pages.trend(restricted, { unitIds: [sales], kinds: [] }, 8, null))).toBe(0);
    expect(await active(tenant.pages.executiveQuarter(restricted, all, today()))).toBe(ofMotor);
    const time = await tenant.pages.timeToProduction(restricted, all, null);
    const whole = await tenant.pages.timeToProduction(tenant.as('ADMIN'), all, null);
    expect(time.n).toBeLessThan(whole.n);
  });
});

describe('list queries', () => {
  it('use their index under row-level security, page by page', async () => {
    for (let count = 0; count < 5; count += 1) await tenant.report({ kind: 'TREND', quarterOf: today() });
    const admin = tenant.as('ADMIN');
    const first = await tenant.reportReader.list(admin, { kind: 'TREND', first: 3, after: null });
    const second = await tenant.reportReader.list(admin, {
      kind: 'TREND',
      first: 3,
      after: first.pageInfo.endCursor,
    });
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(5);
    expect([first.totalCount, second.pageInfo.hasNextPage]).toEqual([5, false]);
    const plan = await db.planOf(
      tenant.ctx,
      `select id from report where tenant_id = $1 and kind = 'TREND' and (requested_at, id) < (now(), $1) order by requested_at desc, id desc limit 3`,
      [tenant.ctx.tenantId],
    );
    expect(plan).toMatch(/Index (Only )?Scan using report_newest_of_kind/);
    expect(plan).toMatch(/Index Cond: \(\(tenant_id = .*kind = 'TREND'.*ROW\(requested_at, id\) </);
  });

  it('read the results of all reports of a list by one statement', async () => {
    await portfolio(2);
    const ids: ReportId[] = [];
    for (const quarterOf of [today(), daysAgo(95), daysAgo(190)])
      ids.push(await tenant.report({ kind: 'EXECUTIVE_QUARTER', quarterOf }));
    const admin = tenant.as('ADMIN');
    let results: readonly unknown[] = [];
    const sent = await db.statementsOf(async () => {
      results = await Promise.all(ids.map((id) => tenant.reportReader.result(admin, id)));
    });
    expect(sent).toHaveLength(1);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(3);
    expect(results).not.toContain(null);
  });

  it('send as many statements for many rows as for few', async () => {
    const admin = () => tenant.as('ADMIN');
    const statements = async () => ({
      reports: (
        await db.statementsOf(() => tenant.reportReader.list(admin(), { kind: null, first: 50, after: null }))
      ).length,
      trend: (await db.statementsOf(() => tenant.pages.trend(admin(), { unitIds: [], kinds: [] }, 8, null)))
        .length,
      time: (
        await db.statementsOf(() => tenant.pages.timeToProduction(admin(), { unitIds: [], kinds: [] }, null))
      ).length,
      executive: (
        await db.statementsOf(() =>
          tenant.pages.executiveQuarter(admin(), { unitIds: [], kinds: [] }, today()),
        )
      ).length,
    });
    const few = await statements();
    await portfolio(8);
    for (let count = 0; count < 4; count += 1) await tenant.report({ kind: 'TREND', quarterOf: today() });
    expect(await statements()).toEqual(few);
    expect(few).toEqual({ reports: 2, trend: 6, time: 3, executive: 10 });
  });
});
