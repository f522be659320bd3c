import { addDays, type Day, day, daysBetween, type Precision, type Stage } from '@pilotage/analytics';
import { AssessmentApiModule } from '@pilotage/assessment/api';
import { newId } from '@pilotage/platform';
import { type Attention, refreshCurrent } from '@pilotage/portfolio';
import { PortfolioApiModule } from '@pilotage/portfolio/api';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi, type TestOrganisation } from '@pilotage/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestTenant } from '../../fixtures/tenant.js';
import { ReportingApiModule } from '../reporting-api.module.js';
import { COUNTED } from './work.queries.js';

let api: TestApi;
let ours: TestOrganisation;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule, PortfolioApiModule, AssessmentApiModule, ReportingApiModule);
  ours = await api.createOrganisation();
  const tenant = TestTenant.of(api.db, ours.ctx('ADMIN'));
  await fill(tenant);
  await importOf(tenant, '2026-03-01', 'DONE', ['WARNING']);
  await importOf(tenant, '2026-03-02', 'DONE', ['WARNING', 'INFO', 'ROW_SKIPPED', 'WARNING', 'INFO']);
  await importOf(tenant, '2026-03-03', 'CHECKED', ['WARNING', 'WARNING']);
});
afterAll(() => api.close());

/** Days ago. The oldest two are beyond every limit, the newest in this quarter whatever day it is. */
const [RECORDED, ENTERED, ASSESSED, TODAY] = [600, 500, 300, 0];

interface Course {
  readonly stage: Stage | null;
  /** Entered so many days ago; null: only seen. */
  readonly entered: number | null;
  readonly seen: number | null;
  readonly precision?: Precision;
}
const today = day(new Date().toISOString().slice(0, 10));
const sinceNewYear = (yearsAgo: number): number =>
  daysBetween(day(`${Number(today.slice(0, 4)) - yearsAgo}-01-01`), today);

const COURSES: Readonly<Record<string, Course>> = {
  'no stage': { stage: null, entered: null, seen: null },
  'old pilot, seen today': { stage: 'PILOT', entered: ENTERED, seen: TODAY },
  'old pilot, not seen since': { stage: 'PILOT', entered: ENTERED, seen: null },
  'pilot of unknown age': { stage: 'PILOT', entered: null, seen: TODAY },
  'pilot since some day of last year': {
    stage: 'PILOT',
    entered: sinceNewYear(1),
    seen: TODAY,
    precision: 'YEAR',
  },
  'pilot since some day of the year before': {
    stage: 'PILOT',
    entered: sinceNewYear(2),
    seen: TODAY,
    precision: 'YEAR',
  },
  'long in limited production': { stage: 'LIMITED_PRODUCTION', entered: ENTERED, seen: TODAY },
  'limited production, not seen since': { stage: 'LIMITED_PRODUCTION', entered: ENTERED, seen: null },
  'in production since today': { stage: 'PRODUCTION', entered: TODAY, seen: null },
  'ended today': { stage: 'ENDED', entered: TODAY, seen: null },
  'ended long ago': { stage: 'ENDED', entered: ENTERED, seen: null },
};

interface Case extends Course {
  readonly name: string;
  readonly assessed: number | null;
  readonly hasOwner: boolean;
}
const CASES: readonly Case[] = Object.entries(COURSES).flatMap(([course, followed]) =>
  [null, ASSESSED, TODAY].flatMap((assessed) =>
    [true, false].map((hasOwner) => ({
      name: `${course}, assessed ${assessed ?? 'never'}, ${hasOwner ? 'owned' : 'sponsored'}`,
      ...followed,
      assessed,
      hasOwner,
    })),
  ),
);

const observed = ({ entered, seen, assessed }: Case): number =>
  Math.min(RECORDED, entered ?? RECORDED, seen ?? RECORDED, assessed ?? RECORDED);

/** For more than a year for certain: who entered some day of last year is not. */
const isLong = (one: Case): boolean =>
  one.entered !== null && one.entered !== sinceNewYear(1) && one.entered - observed(one) > 365;

/** The rules in words of their own. */
const IS: Readonly<Record<Attention, (one: Case) => boolean>> = {
  WITHOUT_OWNER: ({ stage, hasOwner }) => stage !== 'ENDED' && !hasOwner,
  WITHOUT_SPONSOR: ({ stage, hasOwner }) => stage !== 'ENDED' && hasOwner,
  WITHOUT_STAGE: ({ stage }) => stage === null,
  NEVER_ASSESSED: ({ stage, assessed }) => stage !== 'ENDED' && assessed === null,
  ASSESSMENT_STALE: ({ stage, assessed }) => stage !== 'ENDED' && assessed === ASSESSED,
  NOT_CONFIRMED_90_DAYS: (one) => one.stage !== null && one.stage !== 'ENDED' && observed(one) > 90,
  OVER_LIMIT_NO_PLAN: (one) => one.stage === 'PILOT' && isLong(one),
  LONG_IN_LIMITED_PRODUCTION: (one) => one.stage === 'LIMITED_PRODUCTION' && isLong(one),
  MOVED_THIS_QUARTER: ({ entered }) => entered === TODAY,
};

async function fill(tenant: TestTenant): Promise<void> {
  const daysAgo = (count: number): Day => addDays(today, -count);
  const { personId } = ours.members.CONTRIBUTOR;
  for (const { name, stage, entered, seen, precision, assessed, hasOwner } of CASES) {
    const id = await tenant.initiative(daysAgo(RECORDED), { name });
    const kind = hasOwner ? 'OWNER' : 'SPONSOR';
    await tenant.run(async (tx) => {
      await tx.history.append('initiative_assignment', [
        { initiativeId: id, kind, personId, effectiveOn: daysAgo(RECORDED) },
      ]);
      await refreshCurrent(tx, [id]);
    });
    if (stage && entered !== null) await tenant.enter(id, stage, daysAgo(entered), { precision });
    if (stage && seen !== null) await tenant.see(id, stage, daysAgo(seen));
    if (assessed !== null) await tenant.assess(id, daysAgo(assessed), 'YES');
  }
}

/** An import with a finding of each of these severities. */
async function importOf(
  tenant: TestTenant,
  uploadedOn: string,
  state: string,
  found: readonly string[],
): Promise<void> {
  const id = newId();
  await tenant.run(async (tx) => {
    await tx.insert('import', {
      id,
      state,
      fileName: 'register.csv',
      byteCount: 1,
      contentDigest: '0'.repeat(64),
      encoding: 'UTF-8',
      delimiter: ',',
      rowCount: found.length,
      columns: [],
      createdAt: new Date(uploadedOn),
    });
    await tx.insert(
      'import_finding',
      found.map((severity, index) => ({
        id: newId(),
        importId: id,
        rowNumber: index + 2,
        code: 'SPEC',
        severity,
        message: 'Found by a spec.',
      })),
    );
  });
}

const LIST = `query ($filter: InitiativeFilter!) {
  initiatives(filter: $filter, first: 100) { totalCount nodes { name } } }`;
const list = async (filter: object): Promise<{ totalCount: number; nodes: { name: string }[] }> =>
  (await ours.as.PORTFOLIO_MANAGER.get(LIST, { filter })).initiatives;
const count = async (field: string): Promise<number> =>
  (await ours.as.PORTFOLIO_MANAGER.get(`{ officeWork { ${field} } }`)).officeWork[field];

describe('each number of the office', () => {
  it.each(Object.entries(COUNTED))('%s is the number of rows that %s lists', async (field, attention) => {
    const expected = CASES.filter(IS[attention]).map(({ name }) => name);
    expect(expected.length).toBeGreaterThan(0);
    const { nodes, totalCount } = await list({ attention: [attention] });
    expect(nodes.map(({ name }) => name).sort()).toEqual(expected.sort());
    expect(totalCount).toBe(expected.length);
    expect(await count(field)).toBe(expected.length);
  });

  it('of active ones is that of what has not ended', async () => {
    const { totalCount } = await list({ isEnded: false });
    expect(totalCount).toBe(54);
    expect(await count('active')).toBe(54);
  });

  it('of findings is that of the newest finished import, as its page lists them', async () => {
    expect(await count('importFindings')).toBe(3);
    const { imports } = await ours.as.PORTFOLIO_MANAGER.get(
      `{ imports(state: DONE, first: 1) { totalCount nodes { findings(isOpen: true) { totalCount nodes { severity } } } } }`,
    );
    expect(imports).toEqual({
      totalCount: 2,
      nodes: [
        {
          findings: {
            totalCount: 3,
            nodes: [{ severity: 'WARNING' }, { severity: 'ROW_SKIPPED' }, { severity: 'WARNING' }],
          },
        },
      ],
    });
  });

  it('leaves no reason uncounted', () => {
    expect(Object.values(COUNTED).sort()).toEqual(Object.keys(IS).sort());
  });
});
