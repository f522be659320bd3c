import { addDays, type Day } from '@pilotage/analytics';
import { TestDatabase } from '@pilotage/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestTenant } from '../../fixtures/tenant.js';
import { type PortfolioFilter } from '../period/scope.js';
import { type Trend } from '../trend/trend.js';

let db: TestDatabase;
let tenant: TestTenant;
/** The running quarter begins on this day; the one before ends on the day before. */
let begin: Day;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  tenant = await TestTenant.create(db);
  const { quarters } = await tenant.pages.trend(tenant.as('ADMIN'), { unitIds: [], kinds: [] }, 2, null);
  begin = quarters[1]!.quarter.from;
});

/** The live page, once it is certain that a stored report says the same. */
async function trendOf(filter: Partial<PortfolioFilter>): Promise<Trend> {
  const whole = { unitIds: [], kinds: [], ...filter };
  await tenant.refreshAll();
  const { pending, factsAt, ...live } = await tenant.pages.trend(tenant.as('ADMIN'), whole, 8, null);
  const id = await tenant.report({ kind: 'TREND', quarterOf: begin, filter: whole });
  const stored = await tenant.reportReader.result(tenant.as('ADMIN'), id);
  expect(stored).toEqual({ kind: 'TREND', trend: live });
  expect([pending, factsAt]).toEqual([0, expect.any(Date)]);
  return live;
}

describe('a trend by unit', () => {
  it('counts past quarters by the units as they were then: a reorganisation does not rewrite them', async () => {
    const [claims, sales] = [await tenant.unit('Claims'), await tenant.unit('Sales')];
    const motor = await tenant.unit('Motor', claims);
    const id = await tenant.initiative(addDays(begin, -300), { unitId: motor });
    await tenant.enter(id, 'PILOT', addDays(begin, -300));
    await tenant.run((tx) =>
      tenant.units.save(tx, { id: motor, name: 'Motor', parentId: sales, effectiveOn: begin }),
    );
    const lastTwo = async (unitId: string) =>
      (await trendOf({ unitIds: [unitId] })).quarters.slice(-2).map(({ active }) => active);
    expect(await lastTwo(claims)).toEqual([1, 0]);
    expect(await lastTwo(sales)).toEqual([0, 1]);
    expect(await lastTwo(motor)).toEqual([1, 1]);
  });

  it('does not begin with the day on which units were entered', async () => {
    const claims = await tenant.unit('Claims');
    const id = await tenant.initiative(begin, { unitId: claims, kind: 'VISION' });
    await tenant.enter(id, 'PILOT', addDays(begin, -900));
    const active = async (filter: Partial<PortfolioFilter>) =>
      (await trendOf(filter)).quarters.map((quarter) => quarter.active);
    expect(await active({ unitIds: [claims] })).toEqual(Array(8).fill(1));
    expect(await active({ kinds: ['VISION'] })).toEqual(Array(8).fill(1));
  });
});

describe('the bridge of one unit', () => {
  it('tells who came from another unit or went to one from who is new or ended', async () => {
    const [claims, sales] = [await tenant.unit('Claims'), await tenant.unit('Sales')];
    const [before, after] = [addDays(begin, -5), begin];
    const pilot = async (unitId: string, score: 'YES' | 'PARTIAL', movesTo: string | null) => {
      const id = await tenant.initiative(addDays(begin, -100), { unitId });
      await tenant.enter(id, 'PILOT', addDays(begin, -100));
      await tenant.assess(id, before, score);
      if (movesTo) await tenant.assign(id, movesTo, after);
      return id;
    };
    await pilot(claims, 'PARTIAL', null);
    await pilot(claims, 'YES', sales);
    await pilot(sales, 'PARTIAL', claims);
    await tenant.enter(await pilot(claims, 'YES', sales), 'ENDED', after);
    // Claims before: 50, 100, 100, mean 83.3. After: 50, 50, mean 50. Same 0; moved in 1/2 (50 - 50) = 0;
    // ended and moved out 1/3 (50 - 100) = -16.7 each.
    const { bridge } = await trendOf({ unitIds: [claims] });
    expect(bridge).toMatchObject({
      start: 83.3,
      end: 50,
      continuing: 0,
      newInitiatives: 0,
      movedIn: 0,
      becameStale: 0,
      counts: {
        continuing: 1,
        newInitiatives: 0,
        newlyRated: 0,
        movedIn: 1,
        ended: 1,
        becameStale: 0,
        movedOut: 1,
      },
    });
    expect((bridge?.ended ?? 0) + (bridge?.movedOut ?? 0)).toBeCloseTo(-33.3, 6);
    const all = await trendOf({});
    expect(all.bridge?.counts).toMatchObject({ continuing: 3, movedIn: 0, ended: 1, movedOut: 0 });
  });
});
