import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TenantContext, type TenantId } from '@pilotage/platform';
import type { Client } from '../support/client.js';
import { Installation } from '../support/installation.js';
import { inventory, INVENTORY_ROWS } from '../support/inventory.js';
import { System } from '../support/system.js';
import { until } from '../support/until.js';
import { checkedImport, importState, startImport, untilFactsAreCurrent } from '../support/work.js';
import { answerDrafts, assessAll, daysAgo, today } from './assessments.js';
import { makeServerCareful } from './data.js';
import { inWords, machine, quantile, say, timesOf } from './load.js';
import { BARE_TREND, PAGES, TREND } from './pages.js';

const ASSESSED = 400;
/** Submissions per second, and for how many seconds. */
const RATES = [
  { perSecond: 10, seconds: 10 },
  { perSecond: 50, seconds: 5 },
];

let system: System;
let client: Client;
let ctx: TenantContext;
let active: string[];

beforeAll(async () => {
  system = await System.start({ env: { NODE_ENV: 'production' } });
  await makeServerCareful(system.database);
  const organisation = await (await Installation.open(system)).createOrganisation('bench');
  client = organisation.as.ADMIN;
  ctx = { tenantId: organisation.id as TenantId, memberId: null, requestId: 'bench' };
}, 120_000);
afterAll(() => system?.stop());

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const start = performance.now();
  await work();
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

it('imports a register of 2,133 use cases', async () => {
  const { csv, mapping } = inventory();
  let importId = '';
  say(`\nA register of ${INVENTORY_ROWS} use cases; ${machine()}`);
  say(
    `  uploaded and checked in ${await seconds(async () => (importId = await checkedImport(client, csv, mapping)))}`,
  );
  const imported = async () => {
    await startImport(client, importId);
    await until('the import', async () => (await importState(client, importId)) === 'DONE', { seconds: 300 });
  };
  say(
    `  imported in ${await seconds(imported)}, its facts after ${await seconds(() => untilFactsAreCurrent(client))} more`,
  );
  const { initiatives } = await client.get<{ initiatives: { totalCount: number } }>(
    '{ initiatives { totalCount } }',
  );
  expect(initiatives.totalCount).toBeGreaterThan(2_000);
}, 600_000);

it('shows the pages of 2,133 initiatives', async () => {
  const { rows } = await system.database.admin.query<{ id: string }>(
    `select initiative_id as id from initiative_current
      where tenant_id = $1 and stage is not null and stage <> 'ENDED' order by key_number`,
    [ctx.tenantId],
  );
  active = rows.map(({ id }) => id);
  for (const ago of [400, 200]) await assessAll(system.database, ctx, active.slice(-ASSESSED), daysAgo(ago));
  await untilFactsAreCurrent(client);
  await system.database.admin.query('analyze');

  say(`\nPages of 2,133 initiatives, one caller; ${machine()}`);
  for (const { name, query, variables } of PAGES)
    say(`  ${name.padEnd(20)} ${inWords(await timesOf(60, () => client.get(query, variables)))}`);

  const quarters = await quarterEnds();
  const bare = () =>
    system.database.unitOfWork.read(ctx, (tx) =>
      Promise.all(BARE_TREND.map((sql) => tx.query(sql, [ctx.tenantId, quarters]))),
    );
  const ratios: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const page = await timesOf(20, () => client.get(TREND.query, TREND.variables));
    ratios.push(quantile(page, 0.5) / quantile(await timesOf(20, bare), 0.5));
  }
  say(
    `  trend page / its bare SQL aggregates: median ${quantile(ratios, 0.5).toFixed(2)}, best ${Math.min(...ratios).toFixed(2)}`,
  );
  expect(quarters).toHaveLength(8);
}, 600_000);

async function quarterEnds(): Promise<string[]> {
  const { quarters } = await client.get<{ quarters: { to: string }[] }>('{ quarters(count: 8) { to } }');
  return quarters.map(({ to }) => to);
}

const COUNT = '{ trend(quarters: 2) { quarters { readiness { assessedThisQuarter } } } }';
async function assessedThisQuarter(): Promise<number> {
  const { trend } = await client.get<{
    trend: { quarters: { readiness: { assessedThisQuarter: number } }[] };
  }>(COUNT);
  return trend.quarters.at(-1)!.readiness.assessedThisQuarter;
}

it.each(RATES)(
  'shows submissions in the trend, at $perSecond a second',
  async ({ perSecond, seconds: length }) => {
    const ids = active.splice(0, perSecond * length);
    const drafts: { id: string; revision: number }[] = [];
    for (const subjectId of ids) {
      const { draft } = await client.act<{ draft: { id: string; revision: number } }>(
        'startAssessment',
        { subjectKind: 'INITIATIVE', subjectId, asOfOn: today() },
        'draft { id revision }',
      );
      drafts.push(draft);
    }
    await answerDrafts(system.database, ctx.tenantId);
    const before = await assessedThisQuarter();

    const start = performance.now();
    /** In the order in which they were answered: the k-th is visible once k more are counted. */
    const submittedAt: number[] = [];
    const submissions = drafts.map(async ({ id, revision }, index) => {
      await sleep((index * 1000) / perSecond - (performance.now() - start));
      const sentAt = performance.now();
      await client.act(
        'submitAssessment',
        { draftId: id, revision, idempotencyKey: randomUUID() },
        'assessment { id }',
      );
      submittedAt.push(sentAt);
    });
    const visibleAfter: number[] = [];
    const watching = until(
      'all submissions on the trend page',
      async () => {
        const seen = (await assessedThisQuarter()) - before;
        const at = performance.now();
        while (visibleAfter.length < Math.min(seen, submittedAt.length))
          visibleAfter.push(at - submittedAt[visibleAfter.length]!);
        return visibleAfter.length === drafts.length;
      },
      { seconds: 120, everyMs: 15 },
    );
    await Promise.all([...submissions, watching]);
    say(`\nFrom submitting to the trend page, ${perSecond} a second: ${inWords(visibleAfter)}; ${machine()}`);
    expect(visibleAfter).toHaveLength(perSecond * length);
  },
  300_000,
);
