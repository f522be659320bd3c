import { addDays, type Day, day } from '@pilotage/analytics';
import { TestDatabase } from '@pilotage/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { QUESTIONNAIRE } from '../../fixtures/questionnaire.js';
import { TestTenant } from '../../fixtures/tenant.js';
import { QuestionnaireReader } from './questionnaire.reader.js';
import { type QuestionnaireTrend } from './questionnaire-trend.js';

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

async function pilot(unitId: string | null = null) {
  const id = await tenant.initiative(daysAgo(400), { unitId });
  await tenant.enter(id, 'PILOT', daysAgo(390));
  return id;
}

async function trend(unitIds: readonly string[] | null = null): Promise<QuestionnaireTrend> {
  await tenant.refreshAll();
  const reader = new QuestionnaireReader(db.unitOfWork, tenant.settings, tenant.units);
  return reader.trend(tenant.as('CONTRIBUTOR', unitIds), QUESTIONNAIRE.id);
}

const answer = { framework: QUESTIONNAIRE };

it('is the mean of current scores of active initiatives, with its bounds, and by dimension', async () => {
  const [a, b, , ended] = [await pilot(), await pilot(), await pilot(), await pilot()];
  await tenant.assess(a, today(), 'PARTIAL', answer);
  await tenant.assess(b, today(), 'NO', { ...answer, except: { BB1: 'YES' } });
  await tenant.assess(ended, today(), 'YES', answer);
  await tenant.enter(ended, 'ENDED', today());
  // Readiness is no part of it.
  await tenant.assess(a, today(), 'YES');

  const { quarters, note } = await trend();
  // A 50 and 50, B 0 and 100: (50 + 50) / 2 = 50; AA (50 + 0) / 2 = 25, BB (50 + 100) / 2 = 75.
  expect(quarters.at(-1)).toMatchObject({
    ...{ active: 3, n: 2, rated: 2, value: 50, lower: 50, upper: 50, coverage: 1, answeredThisQuarter: 2 },
    byDimension: [
      { dimensionKey: 'AA', value: 25, n: 2, coverage: 1 },
      { dimensionKey: 'BB', value: 75, n: 2, coverage: 1 },
    ],
  });
  expect(quarters).toHaveLength(20);
  expect(note).toMatch(/^All answers are of one day/);
});

it('says when there is nothing to tell, and is a trend from the second day on', async () => {
  const id = await pilot();
  expect(await trend()).toMatchObject({ note: expect.stringMatching(/^No answers count/) });
  expect((await trend()).quarters.at(-1)).toMatchObject({ n: 0, value: null, lower: null, coverage: null });
  // Answers from before the last quarter's beginning count no more in the running one.
  await tenant.assess(id, daysAgo(190), 'NO', answer);
  await tenant.assess(id, today(), 'YES', answer);
  const { quarters, note } = await trend();
  expect(note).toBeNull();
  expect(quarters.at(-1)?.value).toBe(100);
  expect(quarters.some(({ value }) => value === 0)).toBe(true);
});

it('shows a contributor who is restricted to units these alone', async () => {
  const [own, other] = [await tenant.unit('Own'), await tenant.unit('Other')];
  await tenant.assess(await pilot(own), today(), 'PARTIAL', answer);
  await tenant.assess(await pilot(other), today(), 'YES', answer);
  expect((await trend([own])).quarters.at(-1)).toMatchObject({ active: 1, n: 1, value: 50 });
});
