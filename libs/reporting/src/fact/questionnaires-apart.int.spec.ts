import { addDays, type Day, day } from '@pilotage/analytics';
import { TestDatabase } from '@pilotage/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { QUESTIONNAIRE } from '../../fixtures/questionnaire.js';
import { TestTenant } from '../../fixtures/tenant.js';

let db: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  db = await TestDatabase.open();
  tenant = await TestTenant.create(db);
});
afterAll(() => db.close());

const daysAgo = (count: number): Day => addDays(day(new Date().toISOString().slice(0, 10)), -count);

/** What pages show of readiness: facts, the trend, the lists and the work that is due. */
async function figures(): Promise<object> {
  await tenant.refresher.rebuild(tenant.ctx);
  await tenant.refreshAll();
  const office = tenant.as('ADMIN');
  const { factsAt: _, ...trend } = await tenant.pages.trend(office, { unitIds: [], kinds: [] }, 8, null);
  const lists = await db.unitOfWork.readOne(tenant.ctx, 'select * from initiative_current where tenant_id = $1 order by initiative_id', [tenant.ctx.tenantId]); // prettier-ignore
  return { facts: await tenant.facts(), trend, lists };
}

it('answers to a questionnaire change no figure of readiness, whether it was assessed or not', async () => {
  const assessed = await tenant.initiative(daysAgo(200));
  const never = await tenant.initiative(daysAgo(200));
  for (const id of [assessed, never]) await tenant.enter(id, 'PILOT', daysAgo(190));
  await tenant.assess(assessed, daysAgo(60), 'PARTIAL');
  const before = await figures();

  await tenant.assess(assessed, daysAgo(60), 'NO', { framework: QUESTIONNAIRE });
  await tenant.assess(assessed, daysAgo(20), 'YES', { framework: QUESTIONNAIRE });
  await tenant.assess(never, daysAgo(20), 'YES', { framework: QUESTIONNAIRE });
  expect(await figures()).toEqual(before);
});
