import { addDays, type Day, day } from '@pilotage/analytics';
import { AssessmentApiModule } from '@pilotage/assessment/api';
import { PortfolioApiModule } from '@pilotage/portfolio/api';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi, type TestOrganisation } from '@pilotage/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestTenant } from '../../fixtures/tenant.js';
import { ReportingApiModule } from '../reporting-api.module.js';

let api: TestApi;
let ours: TestOrganisation;

const daysAgo = (count: number): Day => addDays(day(new Date().toISOString().slice(0, 10)), -count);

/** Five pilots over the limit, the first the longest; two in limited production for as long. */
beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule, PortfolioApiModule, AssessmentApiModule, ReportingApiModule);
  ours = await api.createOrganisation();
  const tenant = TestTenant.of(api.db, ours.ctx('ADMIN'));
  for (const name of ['P1', 'P2', 'P3', 'P4', 'P5', 'L1', 'L2']) {
    const id = await tenant.initiative(daysAgo(900), { name });
    const stage = name.startsWith('P') ? 'PILOT' : 'LIMITED_PRODUCTION';
    await tenant.enter(id, stage, daysAgo(810 - Number(name[1])));
    await tenant.see(id, stage, daysAgo(0));
  }
  await tenant.refreshAll();
});
afterAll(() => api.close());

interface Page {
  readonly totalCount: number;
  readonly names: string[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}
type Ask = (first: number, after: string | null) => Promise<Page>;

const overLimit =
  (stage: string): Ask =>
  async (first, after) => {
    const { executiveQuarter } = await ours.as.EXECUTIVE.get(
      `query ($today: Day, $stage: Stage!, $first: Int!, $after: String) {
         executiveQuarter(quarterOf: $today) { stuck { initiatives(stage: $stage, first: $first, after: $after) {
           totalCount nodes { name } edges { node { name } cursor } pageInfo { endCursor hasNextPage } } } } }`,
      { today: daysAgo(0), stage, first, after },
    );
    const { nodes, edges, totalCount, pageInfo } = executiveQuarter.stuck.initiatives;
    expect(edges.map(({ node }: { node: object }) => node)).toEqual(nodes);
    expect(edges.at(-1)?.cursor ?? null).toBe(pageInfo.endCursor);
    return { totalCount, names: nodes.map(({ name }: { name: string }) => name), ...pageInfo };
  };

const journeys: Ask = async (first, after) => {
  const { timeToProduction } = await ours.as.EXECUTIVE.get(
    `query ($first: Int!, $after: String) { timeToProduction { rows(first: $first, after: $after) {
       totalCount nodes { initiative { name } } pageInfo { endCursor hasNextPage } } } }`,
    { first, after },
  );
  const { nodes, totalCount, pageInfo } = timeToProduction.rows;
  return {
    totalCount,
    names: nodes.map(({ initiative }: { initiative: { name: string } }) => initiative.name),
    ...pageInfo,
  };
};

describe('the initiatives behind a figure', () => {
  it.each([
    ['pilots over the limit', overLimit('PILOT'), ['P1', 'P2', 'P3', 'P4', 'P5']],
    ['those long in limited production', overLimit('LIMITED_PRODUCTION'), ['L1', 'L2']],
    ['pilots followed', journeys, ['P1', 'P2', 'P3', 'P4', 'P5']],
  ])('come in pages: %s', async (_, ask, expected) => {
    const names: string[] = [];
    for (let after: string | null = null, hasNextPage = true; hasNextPage;) {
      const page: Page = await ask(2, after);
      expect(page.totalCount).toBe(expected.length);
      expect(page.names.length).toBeLessThanOrEqual(2);
      names.push(...page.names);
      ({ endCursor: after, hasNextPage } = page);
    }
    expect(names).toEqual(expected);
  });

  it('are not had all at once, nor by the cursor of another list', async () => {
    await expect(journeys(101, null)).rejects.toThrow('A page has 1 to 100 rows.');
    const { endCursor } = await overLimit('PILOT')(2, null);
    await expect(journeys(2, endCursor)).rejects.toThrow('This page does not belong to the list asked for.');
  });
});
