import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { type Day, day } from '../calendar/day.js';
import { quarterCalendar, quartersBetween } from '../calendar/fiscal-quarter.js';
import { isStale, type ValidityRule } from '../calendar/validity.js';
import { type BridgeQuarter, readinessBridge } from './bridge.js';
import { constantCohort } from './constant-cohort.js';
import { type PortfolioQuarter, portfolioReadiness } from './readiness.js';
import { comparisonWording, rateWording, roughShare, trendWording } from './wording.js';

const points = (score: number) => ({ numerator: score, denominator: 100 });
const quarter = (scores: Record<string, number>, unrated: string[] = []): PortfolioQuarter => ({
  active: [...Object.keys(scores), ...unrated],
  rated: Object.entries(scores).map(([id, score]) => ({ id, score: points(score) })),
});

interface GoldenTrend {
  portfolio: {
    initiatives: Record<
      string,
      { active_from: string; retired_on: string | null; assessments: [string, number][] }
    >;
    expected: {
      quarter: string;
      carried_forward: Record<string, number>;
      stale_excluded: string[];
      headline_locf: number;
      n_locf: number;
      active: string[];
    }[];
    decomposition_melitz_polanec: {
      total_change: number;
      continuing: number;
      entry: number;
      exit: number;
      continuing_ids: string[];
      entered: string[];
      left: string[];
    }[];
  };
}

const calendar = quarterCalendar([{ from: null, fiscalYearStartMonth: 1 }]);

for (const { from, data } of sourcesOf<GoldenTrend>('golden_scoring_payback_computed_here')) {
  const rules: [string, ValidityRule][] = [
    ['its own quarter and the next', { cadenceQuarters: 1, graceDays: 0 }],
    ['its own quarter and 92 days', { cadenceQuarters: 0, graceDays: 92 }],
  ];
  describe.each(rules)(`Portfolio readiness on ${from}, assessments valid for %s`, (_, rule) => {
    const expected = data.portfolio.expected;
    const quarters = quartersBetween(day('2025-07-01'), day('2026-06-30'), calendar).map(({ to }) =>
      portfolioOn(to, rule),
    );

    it.each(expected.map((row, index) => ({ ...row, index })))('$quarter', ({ index, ...row }) => {
      const { active, rated } = quarters[index]!;
      expect(active).toEqual(row.active);
      expect(Object.fromEntries(rated.map(({ id, score }) => [id, score.numerator]))).toEqual(
        row.carried_forward,
      );
      expect(active.filter((id) => rated.every((each) => each.id !== id))).toEqual(row.stale_excluded);
      expect(portfolioReadiness(quarters[index]!)).toEqual({
        kind: 'readiness',
        percent: row.headline_locf,
        rated: row.n_locf,
        active: row.active.length,
      });
    });

    it.each(data.portfolio.decomposition_melitz_polanec.map((row, index) => ({ ...row, index })))(
      'bridge $index: $total_change points',
      ({ index, ...row }) => {
        const bridge = readinessBridge(quarters[index]!, quarters[index + 1]!);
        if (bridge.kind === 'unavailable') throw new Error(bridge.reason);
        expect(bridge.change.points).toBeCloseTo(row.total_change, 4);
        expect(bridge.continuing.points).toBeCloseTo(row.continuing, 4);
        expect(bridge.enteredNew.points + bridge.enteredNewlyRated.points).toBeCloseTo(row.entry, 4);
        expect(bridge.leftEnded.points + bridge.leftStale.points).toBeCloseTo(row.exit, 4);
        expect(bridge.continuing.ids).toEqual(row.continuing_ids);
        expect([...bridge.leftEnded.ids, ...bridge.leftStale.ids].sort()).toEqual(row.left);
      },
    );
  });

  function portfolioOn(end: Day, rule: ValidityRule): PortfolioQuarter {
    const active = Object.entries(data.portfolio.initiatives).filter(
      ([, { active_from, retired_on }]) => active_from <= end && (retired_on === null || retired_on > end),
    );
    return {
      active: active.map(([id]) => id),
      rated: active.flatMap(([id, { assessments }]) => {
        const latest = assessments.findLast(([on]) => on <= end);
        return latest && !isStale(day(latest[0]), end, calendar, rule)
          ? [{ id, score: points(latest[1]) }]
          : [];
      }),
    };
  }
}

describe('Readiness bridge, with the sums written out', () => {
  it('shows that a departure hides part of the gain', () => {
    // Before: A 40, B 55, mean 47.5. After: A 55 (B ended). Continuing: A alone, 55 - 40 = 15.
    // Left: weight 1/2 of (R_C 40 - R_X 55) = -7.5. Sum 7.5 = 55 - 47.5.
    expect(readinessBridge(quarter({ A: 40, B: 55 }), quarter({ A: 55 }))).toMatchObject({
      change: { tenths: 75 },
      continuing: { tenths: 150, ids: ['A'] },
      leftEnded: { tenths: -75, ids: ['B'] },
      leftStale: { tenths: 0, ids: [] },
    });
  });

  it('tells new from newly rated, and ended from stale', () => {
    // Before: A 50, X 20, Y 80 (mean 50), N active but unrated. After: A 60, N 30, Z 90 (mean 60); X ended, Y stale.
    // Continuing 60 - 50 = 10. New Z: 1/3 (90 - 60) = 10. Newly rated N: 1/3 (30 - 60) = -10.
    // Ended X: 1/3 (50 - 20) = 10. Stale Y: 1/3 (50 - 80) = -10. Sum 10 = 60 - 50.
    const bridge = readinessBridge(
      quarter({ A: 50, X: 20, Y: 80 }, ['N']),
      quarter({ A: 60, N: 30, Z: 90 }, ['Y']),
    );
    expect(bridge).toMatchObject({
      change: { points: 10 },
      continuing: { points: 10, ids: ['A'] },
      enteredNew: { points: 10, ids: ['Z'] },
      enteredNewlyRated: { points: -10, ids: ['N'] },
      leftEnded: { points: 10, ids: ['X'] },
      leftStale: { points: -10, ids: ['Y'] },
    });
  });

  it('tells who moved in from another part, or out to one, from new and ended', () => {
    // Before: A 50, X 20, Y 80 (mean 50), Z active elsewhere. After: A 60, Z 90 (mean 75); X elsewhere, Y ended.
    // Continuing 60 - 50 = 10. Moved in, Z: 1/2 (90 - 60) = 15. Moved out, X: 1/3 (50 - 20) = 10. Ended Y: 1/3 (50 - 80) = -10.
    const bridge = readinessBridge(
      { ...quarter({ A: 50, X: 20, Y: 80 }), elsewhere: ['Z'] },
      { ...quarter({ A: 60, Z: 90 }), elsewhere: ['X'] },
    );
    expect(bridge).toMatchObject({
      change: { points: 25 },
      continuing: { points: 10, ids: ['A'] },
      enteredNew: { points: 0, ids: [] },
      enteredMoved: { points: 15, ids: ['Z'] },
      leftEnded: { points: -10, ids: ['Y'] },
      leftMoved: { points: 10, ids: ['X'] },
    });
  });

  it('weighs by budget where budgets are given', () => {
    // Before: A 40 with 3, B 80 with 1: 200 / 4 = 50. After: A 40 with 1, B 80 with 3: 280 / 4 = 70. Nothing but mix.
    const weighted = (a: number, b: number): PortfolioQuarter => ({
      active: ['A', 'B'],
      rated: [
        { id: 'A', score: points(40), weight: a },
        { id: 'B', score: points(80), weight: b },
      ],
    });
    expect(readinessBridge(weighted(3, 1), weighted(1, 3))).toMatchObject({
      before: { points: 50 },
      change: { points: 20 },
    });
  });

  it('cannot be had without ratings, or without one in both quarters', () => {
    expect(readinessBridge(quarter({}), quarter({ A: 1 }))).toEqual({
      kind: 'unavailable',
      reason: 'nothing-rated-before',
    });
    expect(readinessBridge(quarter({ A: 1 }), quarter({}))).toEqual({
      kind: 'unavailable',
      reason: 'nothing-rated-after',
    });
    expect(readinessBridge(quarter({ A: 1 }), quarter({ B: 1 }))).toEqual({
      kind: 'unavailable',
      reason: 'nothing-continuing',
    });
    expect(portfolioReadiness(quarter({}, ['A']))).toEqual({ kind: 'unavailable', reason: 'nothing-rated' });
  });
});

function backwards({ active, rated, elsewhere = [] }: BridgeQuarter): BridgeQuarter {
  return {
    active: active.toReversed(),
    rated: rated.toReversed(),
    elsewhere: elsewhere.toReversed(),
  };
}

describe('Readiness bridge always', () => {
  const ratedArbitrary = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...'ABCDEFGHIJKL'),
      score: fc.nat(1440).map((numerator) => ({ numerator, denominator: 1440 })),
      weight: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    { selector: ({ id }) => id, minLength: 1 },
  );
  const quarterArbitrary = fc
    .record({
      rated: ratedArbitrary,
      unrated: fc.subarray([...'ABCDEFGHIJKL']),
      elsewhere: fc.subarray([...'ABCDEFGHIJKL']),
    })
    .map(({ rated, unrated, elsewhere }): BridgeQuarter => ({
      active: [...new Set([...rated.map(({ id }) => id), ...unrated])],
      rated,
      elsewhere,
    }));

  it('adds up: to the change, and on the page to the tenth', () => {
    fc.assert(
      fc.property(quarterArbitrary, quarterArbitrary, (before, after) => {
        const bridge = readinessBridge(before, after);
        if (bridge.kind === 'unavailable') {
          expect(bridge.reason).toBe('nothing-continuing');
          return;
        }
        const parts = [
          bridge.continuing,
          bridge.enteredNew,
          bridge.enteredNewlyRated,
          bridge.enteredMoved,
          bridge.leftEnded,
          bridge.leftStale,
          bridge.leftMoved,
        ];
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(bridge.change.points, 11);
        expect(parts.reduce((sum, part) => sum + part.tenths, bridge.before.tenths)).toBe(
          bridge.after.tenths,
        );
        for (const { points: exact, tenths, ids } of parts) {
          expect(Math.abs(tenths / 10 - exact)).toBeLessThan(0.2);
          if (ids.length === 0) expect(tenths).toBe(0);
        }
      }),
    );
  });

  it('is what the formula says, term by term', () => {
    type Rated = PortfolioQuarter['rated'];
    const weightOf = (rated: Rated) => rated.reduce((sum, { weight = 1 }) => sum + weight, 0);
    const meanOf = (rated: Rated) =>
      rated.reduce(
        (sum, { score, weight = 1 }) => sum + (weight * 100 * score.numerator) / score.denominator,
        0,
      ) / weightOf(rated);
    fc.assert(
      fc.property(quarterArbitrary, quarterArbitrary, (before, after) => {
        const bridge = readinessBridge(before, after);
        expect(readinessBridge(backwards(before), backwards(after))).toEqual(bridge);
        if (bridge.kind === 'unavailable') return;
        const isRated = (rated: Rated) => (id: string) => rated.some((each) => each.id === id);
        const [ratedBefore, ratedAfter] = [isRated(before.rated), isRated(after.rated)];
        const stayedBefore = meanOf(before.rated.filter(({ id }) => ratedAfter(id)));
        const stayedAfter = meanOf(after.rated.filter(({ id }) => ratedBefore(id)));
        const part = (group: Rated, all: Rated, stayed: number) =>
          group.length === 0 ? 0 : (weightOf(group) / weightOf(all)) * (meanOf(group) - stayed);
        const placeIn = (quarter: BridgeQuarter, id: string) => {
          if (quarter.active.includes(id)) return 'here';
          return quarter.elsewhere?.includes(id) ? 'elsewhere' : 'nowhere';
        };
        const entered = (from: string) => {
          const group = after.rated.filter(({ id }) => !ratedBefore(id) && placeIn(before, id) === from);
          return part(group, after.rated, stayedAfter);
        };
        const left = (to: string) => {
          const group = before.rated.filter(({ id }) => !ratedAfter(id) && placeIn(after, id) === to);
          return -part(group, before.rated, stayedBefore);
        };
        expect(bridge.continuing.points).toBeCloseTo(stayedAfter - stayedBefore, 9);
        expect(bridge.enteredNew.points).toBeCloseTo(entered('nowhere'), 9);
        expect(bridge.enteredNewlyRated.points).toBeCloseTo(entered('here'), 9);
        expect(bridge.enteredMoved.points).toBeCloseTo(entered('elsewhere'), 9);
        expect(bridge.leftEnded.points).toBeCloseTo(left('nowhere'), 9);
        expect(bridge.leftStale.points).toBeCloseTo(left('here'), 9);
        expect(bridge.leftMoved.points).toBeCloseTo(left('elsewhere'), 9);
        expect(bridge.change.points).toBeCloseTo(meanOf(after.rated) - meanOf(before.rated), 9);
      }),
    );
  });

  it('is all continuing when the same initiatives are rated with the same weights', () => {
    fc.assert(
      fc.property(ratedArbitrary, fc.nat(1440), (rated, numerator) => {
        const later = rated.map((each) => ({ ...each, score: { numerator, denominator: 1440 } }));
        const [before, after] = [rated, later].map((all): PortfolioQuarter => ({
          active: all.map(({ id }) => id),
          rated: all,
        }));
        expect(readinessBridge(before!, after!)).toMatchObject({
          enteredNew: { points: 0 },
          leftEnded: { points: 0 },
          leftStale: { points: 0 },
        });
      }),
    );
  });
});

describe('Constant cohort', () => {
  const pairs = (changes: number[]) =>
    changes.map((change, index) => ({ id: `${index}`, before: points(40), after: points(40 + change) }));

  it('gives the mean paired change with a t interval from ten pairs on', () => {
    // Changes 1 to 10: mean 5.5, s² = 82.5 / 9 = 9.1667, error √(9.1667 / 10) = 0.957427, t(9) = 2.262157.
    // Margin 2.165850.
    expect(constantCohort(pairs([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toMatchObject({
      kind: 'estimate',
      n: 10,
      meanChange: expect.closeTo(5.5, 10),
      interval: { low: expect.closeTo(3.33415, 5), high: expect.closeTo(7.66585, 5) },
    });
  });

  it('is the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 10, maxLength: 20 }), (changes) => {
        const own = changes.map((change, index) => ({
          id: `${index}`,
          before: { numerator: 7 * index, denominator: 300 },
          after: { numerator: change, denominator: 70 },
        }));
        expect(constantCohort(own.toReversed())).toEqual(constantCohort(own));
      }),
    );
  });

  it('is a list below ten, nothing without a pair, and has no interval without spread', () => {
    expect(constantCohort(pairs([1, 2]))).toEqual({ kind: 'list-only', n: 2, needed: 10 });
    expect(constantCohort([])).toEqual({ kind: 'nobody-in-both' });
    expect(constantCohort(pairs(Array<number>(12).fill(5)))).toMatchObject({
      kind: 'estimate',
      interval: { kind: 'unavailable', reason: 'no-spread' },
    });
  });
});

describe('Wording', () => {
  it('follows the number of events', () => {
    expect([0, 4, 5, 19, 20].map(rateWording)).toEqual([
      'too-few',
      'too-few',
      'indicative',
      'indicative',
      'estimate',
    ]);
    expect([4, 5, 10, 20].map((events) => comparisonWording(events, 100))).toEqual([
      'list-only',
      'curves-only',
      'indicative',
      'comparison',
    ]);
    expect([1, 2, 4, 5].map(trendWording)).toEqual([
      'no-trend-yet',
      'direction-only',
      'direction-only',
      'trend',
    ]);
  });

  it('has everyday words for a share', () => {
    const words = [0, 10, 20, 25, 30, 33, 38, 50.2, 60, 66, 70, 72, 80, 90, 99].map((percent) =>
      roughShare(percent / 100),
    );
    expect(words).toEqual([
      'almost-none',
      'about-one-in-ten',
      'about-a-fifth',
      'about-a-quarter',
      'about-three-in-ten',
      'about-a-third',
      'about-four-in-ten',
      'about-half',
      'about-six-in-ten',
      'about-two-thirds',
      'about-two-thirds',
      'about-three-quarters',
      'about-eight-in-ten',
      'about-nine-in-ten',
      'almost-all',
    ]);
  });
});
