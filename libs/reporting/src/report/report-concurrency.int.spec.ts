import { addDays, type Day, day, type Stage } from '@pilotage/analytics';
import { newId } from '@pilotage/platform';
import { type InitiativeId } from '@pilotage/portfolio';
import { TestDatabase } from '@pilotage/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestTenant } from '../../fixtures/tenant.js';
import { findReports } from './report.queries.js';
import { type ReportId, type ReportKind } from './report.js';

const WRITERS = 8;
const WRITES_EACH = 60;
const REPORTS = 40;

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());

const today = day(new Date().toISOString().slice(0, 10));
const daysAgo = (count: number): Day => addDays(today, -count);

it('eight writers cannot change a report that was asked for: every rerun has an equal digest', async () => {
  const tenant = await TestTenant.create(db);
  await tenant.statesRegister(daysAgo(1), daysAgo(1200));
  const ids: InitiativeId[] = [];
  for (let index = 0; index < WRITERS * 2; index += 1) ids.push(await tenant.initiative(daysAgo(1000)));

  let written = 0;
  /** Enters, corrects, retracts and assesses; two writers share each initiative. */
  const writer = async (number: number): Promise<void> => {
    for (let round = 0; round < WRITES_EACH; round += 1) {
      const id = ids[(number * 2 + round) % ids.length]!;
      const ago = 900 - ((number * 97 + round * 41) % 850);
      const stage = (['IDEA', 'PILOT', 'PRODUCTION', 'ENDED'] satisfies Stage[])[round % 4]!;
      if (round % 3 === 0)
        await tenant
          .assess(id, daysAgo((number * WRITES_EACH + round) % 900), round % 2 === 0 ? 'YES' : 'PARTIAL')
          .catch(sameDay);
      else {
        const record = await tenant.enter(id, stage, daysAgo(ago));
        if (round % 3 === 1) await tenant.correctDay(id, record, stage, daysAgo(ago), daysAgo(ago - 20));
        else if (round % 5 === 0) await tenant.retract(id, record, daysAgo(ago));
      }
      written += 1;
    }
  };

  const kinds: ReportKind[] = ['TREND', 'TIME_TO_PRODUCTION', 'EXECUTIVE_QUARTER'];
  const reports: ReportId[] = [];
  const reporter = async (): Promise<void> => {
    while (reports.length < REPORTS) {
      const kind = kinds[reports.length % kinds.length]!;
      // Every third one as known a moment ago.
      const knownAt = reports.length % 3 === 2 ? new Date(Date.now() - 40) : null;
      reports.push(await tenant.report({ kind, quarterOf: today, knownAt }));
    }
  };
  const refresher = async (): Promise<void> => {
    while (written < WRITERS * WRITES_EACH) await tenant.refresher.refresh(tenant.ctx);
  };
  await Promise.all([
    ...Array.from({ length: WRITERS }, (_, number) => writer(number)),
    reporter(),
    reporter(),
    refresher(),
  ]);

  const digests = async (list: readonly ReportId[]) => {
    const found = await db.unitOfWork.read(tenant.ctx, (tx) => findReports(tx, list));
    const byId = new Map(found.map((report) => [report.id, report]));
    return list.map((id) => [byId.get(id)?.manifest?.inputDigest, byId.get(id)?.resultDigest]);
  };
  const again: ReportId[] = [];
  for (const id of reports) {
    const rerun = await tenant.reports.rerun(tenant.ctx, id, newId());
    await tenant.compute(rerun);
    again.push(rerun);
  }
  const published = await digests(reports);
  expect(await digests(again)).toEqual(published);
  // They were asked for while history grew: hardly any two are alike.
  expect(new Set(published.map(([input]) => input)).size).toBeGreaterThan(REPORTS / 2);

  await tenant.refreshAll();
  const {
    pending: _,
    factsAt: __,
    ...page
  } = await tenant.pages.trend(tenant.as('ADMIN'), { unitIds: [], kinds: [] }, 8, null);
  const last = await tenant.report({ kind: 'TREND', quarterOf: today });
  expect(await tenant.reportReader.result(tenant.as('ADMIN'), last)).toEqual({ kind: 'TREND', trend: page });
});

/** Another writer assessed the same initiative as of the same day first. */
function sameDay(error: unknown): string {
  if (error instanceof Error && error.message.includes('assessment_one_per_day')) return '';
  throw error;
}
