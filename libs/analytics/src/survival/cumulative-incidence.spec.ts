import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fraction, sourcesOf } from '../../fixtures/dataset.js';
import { day, daysBetween } from '../calendar/day.js';
import { cumulativeIncidence, type IncidenceCurves } from './cumulative-incidence.js';
import { incidenceAt, sharesByMonth, timeToShare } from './incidence-figures.js';
import { probabilityInterval } from './interval.js';
import { kaplanMeier, survivalAt } from './kaplan-meier.js';
import { type Subject } from './subject.js';
import { timeGained } from './time-gained.js';

function curvesOf<Cause extends string>(
  subjects: readonly Subject<Cause>[],
  causes: readonly Cause[],
): IncidenceCurves<Cause> {
  const curves = cumulativeIncidence(subjects, causes, { minAtRiskToStart: 1 });
  if (curves.kind === 'unavailable') throw new Error(curves.reason);
  return curves;
}

type NumberedCause = '1' | '2';
const numbered = (rows: readonly (readonly [number, number])[]): Subject<NumberedCause>[] =>
  rows.map(([exit, cause]) => ({ entry: 0, exit, cause: cause === 0 ? null : cause === 1 ? '1' : '2' }));

interface SmallExact {
  cases: [
    {
      data: [number, number][];
      expected: {
        time: number[];
        n_risk: number[];
        p0: string[];
        cif1: string[];
        cif2: string[];
        variance_IJ: Record<'t1' | 't2' | 't3' | 't5' | 't6', [string, string, string]>;
      };
    },
    { data: [number, number][]; expected: { variance: number[]; ci95: ([number, number] | null)[] } },
    unknown,
    { data: [number, 'a' | 'b' | 'c' | 0][]; computed_here: { final_cif: Record<'a' | 'b' | 'c', number> } },
  ];
}

for (const { from, data } of sourcesOf<SmallExact>('aj_small_exact')) {
  const [testci, sas, , crdata] = data.cases;
  describe(`Aalen-Johansen on ${from}`, () => {
    it('gives the fractions and the variance of the R test by hand', () => {
      const { time, n_risk, p0, cif1, cif2, variance_IJ } = testci.expected;
      const { steps } = curvesOf(numbered(testci.data), ['1', '2']);
      expect(steps.map((step) => step.time)).toEqual(time);
      expect(steps.map((step) => step.atRisk)).toEqual(n_risk);
      for (const [index, { time, remaining, causes }] of steps.entries()) {
        expect(remaining).toBeCloseTo(fraction(p0[index]!), 12);
        expect(causes['1'].incidence).toBeCloseTo(fraction(cif1[index]!), 12);
        expect(causes['2'].incidence).toBeCloseTo(fraction(cif2[index]!), 12);
        const [, variance1, variance2] = variance_IJ[`t${time}` as keyof typeof variance_IJ];
        expect(causes['1'].standardError ** 2).toBeCloseTo(fraction(variance1), 12);
        expect(causes['2'].standardError ** 2).toBeCloseTo(fraction(variance2), 12);
      }
    });

    it('gives the variance and the log(-log) interval of SAS', () => {
      const { variance, ci95 } = sas.expected;
      const { steps } = curvesOf(numbered(sas.data), ['1', '2']);
      for (const [index, { causes }] of steps.entries()) {
        const { incidence, standardError } = causes['2'];
        expect(standardError ** 2).toBeCloseTo(variance[index + 1]!, 12);
        const expected = ci95[index + 1];
        const interval = probabilityInterval(incidence, standardError);
        if (expected)
          expect(interval).toMatchObject({
            low: expect.closeTo(expected[0], 8),
            high: expect.closeTo(expected[1], 8),
          });
        else expect(interval.kind).toBe('unavailable');
      }
    });

    it('gives the final incidences of the vignette data with three causes', () => {
      const subjects = crdata.data.map(([exit, cause]): Subject<'a' | 'b' | 'c'> => ({
        entry: 0,
        exit,
        cause: cause === 0 ? null : cause,
      }));
      const last = curvesOf(subjects, ['a', 'b', 'c']).steps.at(-1)!;
      for (const cause of ['a', 'b', 'c'] as const) {
        expect(last.causes[cause].incidence).toBeCloseTo(crdata.computed_here.final_cif[cause], 8);
      }
    });
  });
}

interface GoldenPortfolio {
  as_of: string;
  initiatives: {
    id: string;
    pilot_start: string;
    registered: string;
    outcome: 'production' | 'abandoned' | null;
    outcome_date: string | null;
    days: number;
    entry_day: number;
  }[];
  expected: {
    aj_left_truncated: {
      day: number;
      n_risk: number;
      S: number;
      F_prod: number;
      F_aband: number;
      se_F_prod: number;
    }[];
    cif_production_365: number;
    cif_production_365_se: number;
    cif_production_365_ci95_loglog: [number, number];
    cif_abandoned_365: number;
    still_in_pilot_365: number;
    one_minus_km_365_WRONG: number;
    cif_production_365_ignoring_left_truncation_BIASED: number;
    median_days_in_pilot_to_any_exit: [number, number, number];
    productive_days_gained_in_first_540: number;
  };
}

for (const { from, data } of sourcesOf<GoldenPortfolio>('golden_portfolio_computed_here')) {
  describe(`The golden portfolio of twelve, ${from}`, () => {
    const asOf = day(data.as_of);
    const subjects = data.initiatives.map(
      ({ pilot_start, registered, outcome, outcome_date }): Subject<'production' | 'abandoned'> => ({
        entry: Math.max(0, daysBetween(day(pilot_start), day(registered))),
        exit: daysBetween(day(pilot_start), outcome_date ? day(outcome_date) : asOf),
        cause: outcome,
      }),
    );
    const curves = curvesOf(subjects, ['production', 'abandoned']);
    const { expected } = data;

    it('has the days of the file', () => {
      expect(subjects.map(({ entry, exit }) => [entry, exit])).toEqual(
        data.initiatives.map((row) => [row.entry_day, row.days]),
      );
    });

    it('gives the whole curve', () => {
      const events = curves.steps.filter(({ events: count }) => count > 0);
      expect(events.map(({ time, atRisk }) => [time, atRisk])).toEqual(
        expected.aj_left_truncated.map(({ day: time, n_risk }) => [time, n_risk]),
      );
      for (const [index, row] of expected.aj_left_truncated.entries()) {
        const { remaining, causes } = events[index]!;
        expect(remaining).toBeCloseTo(row.S, 6);
        expect(causes.production.incidence).toBeCloseTo(row.F_prod, 6);
        expect(causes.abandoned.incidence).toBeCloseTo(row.F_aband, 6);
        expect(causes.production.standardError).toBeCloseTo(row.se_F_prod, 6);
      }
    });

    it('gives the share by day 365: 50.2 % (18 to 76 %)', () => {
      const [low, high] = expected.cif_production_365_ci95_loglog;
      expect(incidenceAt(curves, 'production', 365)).toMatchObject({
        incidence: expect.closeTo(expected.cif_production_365, 12),
        standardError: expect.closeTo(expected.cif_production_365_se, 12),
        interval: { kind: 'interval', low: expect.closeTo(low, 8), high: expect.closeTo(high, 8) },
        remaining: expect.closeTo(expected.still_in_pilot_365, 12),
        atRisk: 1,
      });
      expect(incidenceAt(curves, 'abandoned', 365).incidence).toBeCloseTo(expected.cif_abandoned_365, 12);
    });

    it('would be 66.9 % with stopped ones taken for still running, and 49.5 % without delayed entry', () => {
      const wrong = kaplanMeier(
        subjects.map((subject) => ({ ...subject, cause: subject.cause === 'production' ? 'event' : null })),
        { minAtRiskToStart: 1 },
      );
      expect(wrong.kind === 'survival-curve' && 1 - survivalAt(wrong, 365).survival).toBeCloseTo(
        expected.one_minus_km_365_WRONG,
        12,
      );
      const naive = curvesOf(
        subjects.map((subject) => ({ ...subject, entry: 0 })),
        ['production', 'abandoned'],
      );
      expect(incidenceAt(naive, 'production', 365).incidence).toBeCloseTo(
        expected.cif_production_365_ignoring_left_truncation_BIASED,
        12,
      );
    });

    it('gives the days in production within the first 540, held flat beyond the last observation', () => {
      expect(timeGained(curves, 'production', 540)).toEqual({
        kind: 'unavailable',
        reason: 'beyond-last-observation',
      });
      expect(timeGained(curves, 'production', 540, { beyondLastObservation: 'hold' })).toMatchObject({
        mean: expect.closeTo(expected.productive_days_gained_in_first_540, 4),
      });
    });

    it('prints no share where fewer than five were watched, and says how many were', () => {
      // By 12 months only A04 is still watched; by 6 months (182.6 days) A03 to A06, A08, A10 and A02: seven.
      expect(sharesByMonth(curves, 'production', [6, 12])).toMatchObject([
        { kind: 'share', months: 6, incidence: expect.closeTo(0.1, 12), atRisk: 7 },
        { kind: 'too-few-watched', months: 12, atRisk: 1, needed: 5 },
      ]);
      expect(sharesByMonth(curves, 'production', [12], 1)).toMatchObject([{ kind: 'share' }]);
    });

    it('says when a quarter had arrived', () => {
      // F_prod is 21.25 % from day 212 and 30.9 % from day 231.
      expect(timeToShare(curves, 'production', 0.25)).toMatchObject({
        estimate: { kind: 'reached', time: 231 },
        low: { kind: 'reached', time: 167 },
        high: { kind: 'not-reached' },
      });
      expect(timeToShare(curves, 'production', 0.6).estimate).toEqual({ kind: 'not-reached' });
    });
  });
}

type Cause = 'production' | 'stopped' | 'merged';
const causes: readonly Cause[] = ['production', 'stopped', 'merged'];
const subjectsArbitrary = fc.array(
  fc
    .record({
      entry: fc.nat(15),
      stay: fc.integer({ min: 1, max: 30 }),
      cause: fc.constantFrom(null, ...causes),
    })
    .map(({ entry, stay, cause }): Subject<Cause> => ({ entry, exit: entry + stay, cause })),
  { minLength: 1, maxLength: 40 },
);

/** F_k and its variance straight from the formulas, with every sum written as a sum. */
function slowIncidence(subjects: readonly Subject<Cause>[], cause: Cause, until: number) {
  const times = [...new Set(subjects.map(({ exit }) => exit))]
    .filter((t) => t <= until)
    .sort((a, b) => a - b);
  const rows = times.map((t) => ({
    n: subjects.filter(({ entry = 0, exit }) => entry < t && t <= exit).length,
    d: subjects.filter((subject) => subject.exit === t && subject.cause !== null).length,
    own: subjects.filter((subject) => subject.exit === t && subject.cause === cause).length,
  }));
  const survivalBefore = (index: number) =>
    rows.slice(0, index).reduce((product, { n, d }) => product * (1 - d / n), 1);
  const incidenceUpTo = (index: number) =>
    rows.slice(0, index + 1).reduce((sum, { n, own }, at) => sum + (survivalBefore(at) * own) / n, 0);
  const incidence = incidenceUpTo(rows.length - 1);
  const variance = rows.reduce((sum, { n, d, own }, index) => {
    const [rest, before] = [incidence - incidenceUpTo(index), survivalBefore(index)];
    const first = n === d ? 0 : (rest ** 2 * d) / (n * (n - d));
    return sum + first + (before ** 2 * own * (n - own)) / n ** 3 - (2 * rest * before * own) / n ** 2;
  }, 0);
  return { incidence, variance };
}

describe('Aalen-Johansen always', () => {
  it('equals its formulas computed the slow way', () => {
    fc.assert(
      fc.property(subjectsArbitrary, fc.constantFrom(...causes), fc.nat(50), (subjects, cause, time) => {
        const { incidence, standardError } = incidenceAt(curvesOf(subjects, causes), cause, time);
        const slow = slowIncidence(subjects, cause, time);
        expect(incidence).toBeCloseTo(slow.incidence, 12);
        expect(standardError ** 2).toBeCloseTo(slow.variance, 12);
      }),
    );
  });

  it('is 1 - Kaplan-Meier with a single cause, variance included', () => {
    fc.assert(
      fc.property(subjectsArbitrary, (subjects) => {
        const single = subjects.map((subject) => ({
          ...subject,
          cause: subject.cause && ('event' as const),
        }));
        const incidence = curvesOf(single, ['event']);
        const survival = kaplanMeier(single, { minAtRiskToStart: 1 });
        if (survival.kind === 'unavailable') throw new Error(survival.reason);
        for (const [index, step] of survival.steps.entries()) {
          const own = incidence.steps[index]!.causes.event;
          expect(own.incidence).toBeCloseTo(1 - step.survival, 12);
          const standardError = typeof step.standardError === 'number' ? step.standardError : 0;
          expect(own.standardError ** 2).toBeCloseTo(standardError ** 2, 12);
        }
      }),
    );
  });

  it('adds up to 1 with those remaining, and no cause exceeds its own 1 - Kaplan-Meier', () => {
    fc.assert(
      fc.property(subjectsArbitrary, fc.constantFrom(...causes), (subjects, cause) => {
        const alone = kaplanMeier(
          subjects.map((subject) => ({ ...subject, cause: subject.cause === cause ? cause : null })),
          { minAtRiskToStart: 1 },
        );
        for (const { time, remaining, causes: reached } of curvesOf(subjects, causes).steps) {
          const sum = causes.reduce((total, each) => total + reached[each].incidence, remaining);
          expect(sum).toBeCloseTo(1, 12);
          const wrong = alone.kind === 'survival-curve' ? 1 - survivalAt(alone, time).survival : 0;
          expect(reached[cause].incidence).toBeLessThanOrEqual(wrong + 1e-12);
        }
      }),
    );
  });

  it('keeps its estimates and halves its variances when every subject is there twice', () => {
    fc.assert(
      fc.property(subjectsArbitrary, fc.constantFrom(...causes), (subjects, cause) => {
        const [once, twice] = [curvesOf(subjects, causes), curvesOf([...subjects, ...subjects], causes)];
        for (const [index, { causes: reached }] of once.steps.entries()) {
          expect(twice.steps[index]!.causes[cause].incidence).toBeCloseTo(reached[cause].incidence, 12);
          expect(twice.steps[index]!.causes[cause].standardError ** 2).toBeCloseTo(
            reached[cause].standardError ** 2 / 2,
            12,
          );
        }
      }),
    );
  });

  it('does not raise production at any time when a running pilot turns out to be stopped', () => {
    fc.assert(
      fc.property(subjectsArbitrary, fc.nat(39), fc.nat(50), (subjects, pick, time) => {
        const index = pick % subjects.length;
        const running = subjects.map((subject, at) => (at === index ? { ...subject, cause: null } : subject));
        const stopped = subjects.map((subject, at) =>
          at === index ? { ...subject, cause: 'stopped' as const } : subject,
        );
        const [before, after] = [running, stopped].map(
          (all) => incidenceAt(curvesOf(all, causes), 'production', time).incidence,
        );
        expect(after).toBeLessThanOrEqual(before! + 1e-12);
      }),
    );
  });

  it('does not change below the youngest running pilot when time passes without events', () => {
    fc.assert(
      fc.property(subjectsArbitrary, fc.integer({ min: 1, max: 100 }), (subjects, days) => {
        const later = subjects.map((subject) =>
          subject.cause === null ? { ...subject, exit: subject.exit + days } : subject,
        );
        const youngest = Math.min(
          ...subjects.filter(({ cause }) => cause === null).map(({ exit }) => exit),
          50,
        );
        const [before, after] = [subjects, later].map(
          (all) => incidenceAt(curvesOf(all, causes), 'production', youngest).incidence,
        );
        expect(after).toBeCloseTo(before!, 12);
      }),
    );
  });

  it('gives for the time gained the area under the curve and, without delayed entry, the variance of the jackknife', () => {
    fc.assert(
      fc.property(subjectsArbitrary, (late) => {
        const subjects = late.map((subject) => ({ ...subject, entry: 0 }));
        const curves = curvesOf(subjects, causes);
        const horizon = curves.table.lastTime;
        const gained = timeGained(curves, 'production', horizon);
        if (gained.kind === 'unavailable') throw new Error(gained.reason);
        const perDay = Array.from(
          { length: horizon },
          (_, start) => incidenceAt(curves, 'production', start).incidence,
        );
        expect(gained.mean).toBeCloseTo(
          perDay.reduce((sum, value) => sum + value, 0),
          9,
        );
        expect(gained.standardError ** 2).toBeCloseTo(jackknifeVariance(subjects, horizon), 5);
      }),
      { numRuns: 40 },
    );
  });
});

/** Infinitesimal jackknife of the time gained: the sum over subjects of the squared derivative by their weight. */
function jackknifeVariance(subjects: readonly Subject<Cause>[], horizon: number): number {
  const step = 1e-6;
  const area = (weights: readonly number[]) => {
    let [survival, incidence, sum] = [1, 0, 0];
    for (let t = 1; t <= horizon; t += 1) {
      sum += incidence;
      const weigh = (select: (subject: Subject<Cause>) => boolean) =>
        subjects.reduce((total, subject, index) => total + (select(subject) ? weights[index]! : 0), 0);
      const n = weigh(({ entry = 0, exit }) => entry < t && t <= exit);
      const all = weigh(({ exit, cause }) => exit === t && cause !== null);
      if (all === 0) continue;
      incidence += (survival * weigh(({ exit, cause }) => exit === t && cause === 'production')) / n;
      survival *= 1 - all / n;
    }
    return sum;
  };
  return subjects.reduce((sum, _, index) => {
    const shifted = (by: number) => area(subjects.map((_subject, at) => (at === index ? 1 + by : 1)));
    return sum + ((shifted(step) - shifted(-step)) / (2 * step)) ** 2;
  }, 0);
}
