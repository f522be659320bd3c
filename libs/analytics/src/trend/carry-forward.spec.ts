import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { addDays, type Day, day, daysBetween } from '../calendar/day.js';
import { quarterCalendar, quarterOf, quartersBetween } from '../calendar/fiscal-quarter.js';
import { isStale } from '../calendar/validity.js';
import { type AssessedInitiative, carryForward } from './carry-forward.js';
import { type PortfolioQuarter, portfolioReadiness } from './readiness.js';

interface GoldenPortfolio {
  portfolio: {
    initiatives: Record<
      string,
      { active_from: string; retired_on: string | null; assessments: [string, number][] }
    >;
    expected: {
      quarter: string;
      active: string[];
      carried_forward: Record<string, number>;
      stale_excluded: string[];
      headline_locf: number;
      assessed_in_quarter_only: number;
      n_locf: number;
      n_fresh: number;
      coverage: number;
    }[];
  };
}

const calendar = quarterCalendar([]);
const points = (score: number) => ({ numerator: score, denominator: 100 });
const percentOfRated = (quarter: PortfolioQuarter) => {
  const readiness = portfolioReadiness(quarter);
  return readiness.kind === 'readiness' ? readiness.percent : null;
};

for (const { from, data } of sourcesOf<GoldenPortfolio>('golden_scoring_payback_computed_here')) {
  describe(`Scores carried forward on ${from}`, () => {
    const quarters = quartersBetween(day('2025-07-01'), day('2026-06-30'), calendar);

    it.each(data.portfolio.expected.map((row, index) => ({ ...row, index })))('$quarter', (row) => {
      const quarter = quarters[row.index]!;
      const active = Object.entries(data.portfolio.initiatives)
        .filter(
          ([, { active_from, retired_on }]) =>
            active_from <= quarter.to && (retired_on ?? '9999') > quarter.to,
        )
        .map(([id, { assessments }]): AssessedInitiative => ({
          id,
          assessments: assessments.map(([asOf, score]) => ({ asOf: day(asOf), score: points(score) })),
        }));
      const carried = carryForward(active, quarter, calendar);
      expect(carried.current.active).toEqual(row.active);
      expect(Object.fromEntries(carried.current.rated.map(({ id, score }) => [id, score.numerator]))).toEqual(
        row.carried_forward,
      );
      expect(carried.stale).toEqual(row.stale_excluded);
      expect(percentOfRated(carried.current)).toBeCloseTo(row.headline_locf, 4);
      expect(percentOfRated(carried.assessedInQuarter)).toBeCloseTo(row.assessed_in_quarter_only, 4);
      expect(carried.current.rated).toHaveLength(row.n_locf);
      expect(carried.assessedInQuarter.rated).toHaveLength(row.n_fresh);
      expect(carried.current.rated.length / row.active.length).toBeCloseTo(row.coverage, 4);
    });
  });
}

describe('Scores carried forward', () => {
  const quarter = quarterOf(day('2026-06-30'), calendar);
  const initiative = (id: string, ...assessments: [string, number | null][]): AssessedInitiative => ({
    id,
    assessments: assessments.map(([asOf, score]) => ({
      asOf: day(asOf),
      score: score === null ? null : points(score),
    })),
  });

  it('tell rated, stale, unscored and never assessed apart, and say how old the ratings are', () => {
    // A is 10 days old, B 90, C 180: median 90. Only A is of this quarter. D had a score before one without.
    const carried = carryForward(
      [
        initiative('A', ['2026-06-20', 60], ['2026-01-10', 40]),
        initiative('B', ['2026-04-01', null], ['2026-04-01', 50], ['2026-07-01', 99]),
        initiative('C', ['2026-01-01', 70]),
        initiative('D', ['2026-02-01', 70], ['2026-05-01', null]),
        initiative('E', ['2025-12-31', 70]),
        initiative('F', ['2026-07-01', 70]),
      ],
      quarter,
      calendar,
    );
    expect(carried).toMatchObject({
      stale: ['E'],
      unscored: ['D'],
      neverAssessed: ['F'],
      medianAgeDays: 90,
    });
    expect(carried.current.rated.map(({ id, score }) => [id, score.numerator])).toEqual([
      ['A', 60],
      ['B', 50],
      ['C', 70],
    ]);
    expect(carried.assessedInQuarter.rated.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(carried.assessedInQuarter.active).toHaveLength(6);
  });

  it('take the middle between two ages, and have none without a rating', () => {
    const two = [initiative('A', ['2026-06-30', 60]), initiative('B', ['2026-06-29', 60])];
    expect(carryForward(two, quarter, calendar).medianAgeDays).toBe(0.5);
    expect(carryForward([], quarter, calendar)).toEqual({
      current: { active: [], rated: [] },
      assessedInQuarter: { active: [], rated: [] },
      stale: [],
      unscored: [],
      neverAssessed: [],
      medianAgeDays: { kind: 'unavailable', reason: 'nothing-rated' },
    });
  });

  const dayArbitrary = fc.nat(900).map((count): Day => addDays(day('2024-06-01'), count));
  const activeArbitrary = fc
    .array(
      fc.uniqueArray(
        fc.record({ asOf: dayArbitrary, score: fc.option(fc.nat(100).map(points), { freq: 4 }) }),
        { selector: ({ asOf }) => asOf, maxLength: 5 },
      ),
      { maxLength: 8 },
    )
    .map((all) => all.map((assessments, index): AssessedInitiative => ({ id: `I${index}`, assessments })));
  const ruleArbitrary = fc.record({ cadenceQuarters: fc.nat(3), graceDays: fc.nat(60) });

  it('put everybody in one place, as the definition says when each is looked at alone', () => {
    fc.assert(
      fc.property(activeArbitrary, dayArbitrary, ruleArbitrary, (active, on, rule) => {
        const at = quarterOf(on, calendar);
        const carried = carryForward(active, at, calendar, rule);
        const ages: number[] = [];
        const placeOf = ({ assessments }: AssessedInitiative) => {
          const latest = assessments
            .filter(({ asOf }) => asOf <= at.to)
            .sort((a, b) => daysBetween(b.asOf, a.asOf))
            .at(-1);
          if (!latest) return 'never';
          if (isStale(latest.asOf, at.to, calendar, rule)) return 'stale';
          if (!latest.score) return 'unscored';
          ages.push(daysBetween(latest.asOf, at.to));
          return quarterOf(latest.asOf, calendar).to === at.to ? 'assessed' : 'carried';
        };
        const places = Map.groupBy(active, placeOf);
        const ids = (...names: ReturnType<typeof placeOf>[]) =>
          active.filter((each) => names.some((name) => places.get(name)?.includes(each))).map(({ id }) => id);
        expect(carried.neverAssessed).toEqual(ids('never'));
        expect(carried.stale).toEqual(ids('stale'));
        expect(carried.unscored).toEqual(ids('unscored'));
        expect(carried.current.rated.map(({ id }) => id)).toEqual(ids('assessed', 'carried'));
        expect(carried.assessedInQuarter.rated.map(({ id }) => id)).toEqual(ids('assessed'));
        if (typeof carried.medianAgeDays !== 'number') return;
        const median = carried.medianAgeDays;
        expect(ages.filter((age) => age <= median).length * 2).toBeGreaterThanOrEqual(ages.length);
        expect(ages.filter((age) => age >= median).length * 2).toBeGreaterThanOrEqual(ages.length);
      }),
    );
  });

  it('leave a past quarter as it was when something later is assessed, in whatever order', () => {
    fc.assert(
      fc.property(activeArbitrary, ruleArbitrary, fc.nat(100), (active, rule, later) => {
        const at = quarterOf(day('2025-06-30'), calendar);
        const assessed = active.map((each) => ({
          ...each,
          assessments: [
            { asOf: addDays(at.to, 1 + later), score: points(1) },
            ...[...each.assessments].reverse(),
          ],
        }));
        expect(carryForward(assessed, at, calendar, rule)).toEqual(carryForward(active, at, calendar, rule));
      }),
    );
  });
});
