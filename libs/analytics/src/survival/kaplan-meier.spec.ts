import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fraction, sourcesOf } from '../../fixtures/dataset.js';
import { type IntervalScale } from './interval.js';
import {
  kaplanMeier,
  stepInterval,
  survivalAt,
  type SurvivalCurve,
  type SurvivalStep,
} from './kaplan-meier.js';
import { survivalQuantile } from './quantile.js';
import { restrictedMean } from './restricted-mean.js';
import { atRiskAt } from './risk-table.js';
import { type Subject } from './subject.js';

type Band = [number, number] | [null, null];
interface CurveRow {
  t: number;
  n_risk: number;
  n_event: number;
  S: number;
  se: number | null;
  ci_plain: Band;
  ci_log: Band;
  ci_loglog: Band;
}
type MedianWithBounds = [number, number, number | null];
interface GroupedData {
  data: [number, 0 | 1, string][];
  expected: {
    R_print_survfit_median_conf_type_log?: Record<string, MedianWithBounds>;
    computed_here: {
      curve: Record<string, CurveRow[]>;
      median_ci_log?: Record<string, MedianWithBounds>;
      median_ci_loglog: Record<string, MedianWithBounds>;
      rmst_tau45?: Record<string, [number, number]>;
      rmst_tau20?: Record<string, [number, number]>;
    };
  };
}

const groupOf = (data: GroupedData['data'], group: string): Subject[] =>
  data
    .filter(([, , own]) => own === group)
    .map(([exit, event]) => ({ entry: 0, exit, cause: event ? 'event' : null }));

function curveOf(subjects: readonly Subject[]): SurvivalCurve {
  const curve = kaplanMeier(subjects, { minAtRiskToStart: 1 });
  if (curve.kind === 'unavailable') throw new Error(curve.reason);
  return curve;
}

const varianceOf = ({ standardError }: Pick<SurvivalStep, 'standardError'>) =>
  typeof standardError === 'number' ? standardError ** 2 : 0;

const timeOf = (quantile: { kind: string; time?: number }) => quantile.time ?? null;

for (const name of ['km_aml_miller', 'km_leukemia_6mp_freireich']) {
  for (const { from, data } of sourcesOf<GroupedData>(name)) {
    const { computed_here: computed, R_print_survfit_median_conf_type_log: printed } = data.expected;
    describe(`Kaplan-Meier on ${from}`, () => {
      for (const [group, rows] of Object.entries(computed.curve)) {
        const curve = curveOf(groupOf(data.data, group));
        it(`gives survival, Greenwood error and all three intervals of ${group}`, () => {
          const events = curve.steps.filter((step) => step.events > 0);
          expect(events.map(({ time, atRisk, events: count }) => [time, atRisk, count])).toEqual(
            rows.map(({ t, n_risk, n_event }) => [t, n_risk, n_event]),
          );
          for (const [index, row] of rows.entries()) {
            const step = events[index]!;
            expect(step.survival).toBeCloseTo(row.S, 8);
            if (row.se === null)
              expect(step.standardError).toEqual({ kind: 'unavailable', reason: 'at-boundary' });
            else expect(step.standardError).toBeCloseTo(row.se, 8);
            const bands: [IntervalScale, Band][] = [
              ['plain', row.ci_plain],
              ['log', row.ci_log],
              ['log-log', row.ci_loglog],
            ];
            for (const [scale, [low, high]] of bands) {
              const interval = stepInterval(step, { scale });
              if (low === null) expect(interval).toEqual({ kind: 'unavailable', reason: 'at-boundary' });
              else
                expect(interval).toMatchObject({
                  low: expect.closeTo(low, 6),
                  high: expect.closeTo(high, 6),
                });
            }
          }
        });

        it(`gives the median of ${group} with both kinds of bounds`, () => {
          const bounds = (scale: IntervalScale) => {
            const { estimate, low, high } = survivalQuantile(curve, 0.5, { scale });
            return [estimate, low, high].map(timeOf);
          };
          expect(bounds('log-log')).toEqual(computed.median_ci_loglog[group]);
          expect(bounds('log')).toEqual((printed ?? computed.median_ci_log)?.[group]);
        });

        it(`gives the restricted mean of ${group} with its variance`, () => {
          const [horizon, expected] = computed.rmst_tau45
            ? [45, computed.rmst_tau45]
            : [20, computed.rmst_tau20];
          const [mean, variance] = expected?.[group] ?? [NaN, NaN];
          const restricted = restrictedMean(curve, horizon);
          expect(restricted).toMatchObject({ kind: 'restricted-mean', mean: expect.closeTo(mean, 10) });
          expect(restricted.kind === 'restricted-mean' && restricted.standardError ** 2).toBeCloseTo(
            variance,
            10,
          );
        });
      }
    });
  }
}

interface DelayedEntryData {
  cases: {
    id: string;
    columns: string[];
    data: number[][];
    expected: { time: number[]; n_risk?: number[]; S: (string | number)[]; std_err_of_logS?: string };
  }[];
}

for (const { from, data } of sourcesOf<DelayedEntryData>('km_left_truncation_small')) {
  describe(`Delayed entry on ${from}`, () => {
    it.each(data.cases)('$id: at risk are entry < t <= exit', ({ id, data: rows, expected }) => {
      const curve = curveOf(
        rows.map(([entry = 0, exit = 0, event]) => ({ entry, exit, cause: event === 1 ? 'event' : null })),
      );
      expect(curve.steps.map(({ time }) => time)).toEqual(expected.time);
      if (expected.n_risk) expect(curve.steps.map(({ atRisk }) => atRisk)).toEqual(expected.n_risk);
      // lifelines prints three digits.
      const digits = id === 'lifelines_late_entry' ? 3 : 12;
      for (const [index, value] of expected.S.entries()) {
        const survival = curve.steps[index]?.survival;
        expect(survival).toBeCloseTo(typeof value === 'string' ? fraction(value) : value, digits);
      }
      if (!expected.std_err_of_logS) return;
      // R prints the standard error of ln S: √ Σ d/(n (n − d)).
      let greenwood = 0;
      for (const { survival, standardError, events, atRisk } of curve.steps) {
        greenwood += events / (atRisk * (atRisk - events));
        expect(Number(standardError) / survival).toBeCloseTo(Math.sqrt(greenwood), 12);
      }
    });
  });
}

interface QuantileData {
  data: [number, 0 | 1 | null, number][];
  survival_probabilities: string[];
  expected: Record<
    'overall' | 'x0' | 'x1',
    { quantile: (number | null)[]; lower_conf_log: (number | null)[]; upper_conf_log: (number | null)[] }
  >;
}

for (const { from, data } of sourcesOf<QuantileData>('km_quantile_conventions')) {
  describe(`Quantiles on ${from}`, () => {
    const rows = data.data.filter(([, event]) => event !== null);
    const groups = {
      overall: rows,
      x0: rows.filter(([, , x]) => x === 0),
      x1: rows.filter(([, , x]) => x === 1),
    };
    const levels = data.survival_probabilities.map((text) => 1 - fraction(text));

    it.each(['overall', 'x0', 'x1'] as const)('%s: as R, with the midpoint of a flat', (group) => {
      const curve = curveOf(
        groups[group].map(([exit, event]) => ({ entry: 0, exit, cause: event ? 'event' : null })),
      );
      const quantiles = levels.map((p) => survivalQuantile(curve, p, { onFlat: 'midpoint', scale: 'log' }));
      const { quantile, lower_conf_log, upper_conf_log } = data.expected[group];
      expect(quantiles.map(({ estimate }) => timeOf(estimate))).toEqual(quantile);
      expect(quantiles.map(({ low }) => timeOf(low))).toEqual(lower_conf_log);
      expect(quantiles.map(({ high }) => timeOf(high))).toEqual(upper_conf_log);
    });

    it('takes the beginning of a flat unless told otherwise, as lifelines and SAS do', () => {
      const curve = curveOf(
        groups.overall.map(([exit, event]) => ({ entry: 0, exit, cause: event ? 'event' : null })),
      );
      // S = 6/7 from 1 on and 9/35 from 9 on: an exact hit is reached there, not halfway to the next drop.
      expect(survivalQuantile(curve, 1 / 7).estimate).toEqual({ kind: 'reached', time: 1 });
      expect(survivalQuantile(curve, 26 / 35).estimate).toEqual({ kind: 'reached', time: 9 });
      expect(survivalQuantile(curve, 0.9).estimate).toEqual({ kind: 'not-reached' });
    });
  });
}

describe('Kaplan-Meier at the edges', () => {
  it('has no curve without anybody at risk', () => {
    expect(kaplanMeier([])).toEqual({ kind: 'unavailable', reason: 'too-few-at-risk' });
    expect(kaplanMeier([{ entry: 5, exit: 5, cause: null }])).toEqual({
      kind: 'unavailable',
      reason: 'too-few-at-risk',
    });
  });

  it('has no restricted mean where nobody was observed', () => {
    const curve = curveOf([
      { entry: 0, exit: 4, cause: 'event' },
      { entry: 0, exit: 10, cause: null },
    ]);
    expect(restrictedMean(curve, 11)).toEqual({ kind: 'unavailable', reason: 'beyond-last-observation' });
    expect(restrictedMean(curve, 0)).toEqual({ kind: 'unavailable', reason: 'before-start' });
    // 4 days all, then half: 4 + 0.5 * 6 = 7.
    expect(restrictedMean(curve, 10)).toMatchObject({ mean: 7 });
  });

  it('starts a curve with delayed entry only where enough are at risk', () => {
    const subjects: Subject[] = [
      // Alone at risk on day 3: its event would set the curve to 0 for ever.
      { entry: 0, exit: 3, cause: 'event' },
      { entry: 10, exit: 20, cause: 'event' },
      { entry: 10, exit: 30, cause: 'event' },
      { entry: 12, exit: 40, cause: null },
    ];
    expect(curveOf(subjects).steps.at(-1)?.survival).toBe(0);
    expect(kaplanMeier(subjects)).toEqual({ kind: 'unavailable', reason: 'too-few-at-risk' });
    const late = kaplanMeier(subjects, { minAtRiskToStart: 3 });
    // From day 12 on 3 are at risk: S = 2/3 at 20, 1/3 at 30, then one runs on.
    expect(late).toMatchObject({ table: { startsAt: 12, subjects: 3 } });
    expect(late.kind === 'survival-curve' && survivalAt(late, 40).survival).toBeCloseTo(1 / 3, 12);
    expect(kaplanMeier(subjects, { minAtRiskToStart: 4 })).toEqual({
      kind: 'unavailable',
      reason: 'too-few-at-risk',
    });
  });
});

const subjectsArbitrary = fc.array(
  fc
    .record({ entry: fc.nat(20), stay: fc.integer({ min: 1, max: 30 }), isEvent: fc.boolean() })
    .map(({ entry, stay, isEvent }): Subject => ({
      entry,
      exit: entry + stay,
      cause: isEvent ? 'event' : null,
    })),
  { minLength: 1, maxLength: 40 },
);

/** The definition, read off word by word in O(n²). */
function slowSurvival(subjects: readonly Subject[], time: number): number {
  const times = [
    ...new Set(subjects.filter(({ cause, exit }) => cause !== null && exit <= time).map(({ exit }) => exit)),
  ];
  return times.reduce((product, t) => {
    const atRisk = subjects.filter(({ entry = 0, exit }) => entry < t && t <= exit).length;
    return product * (1 - subjects.filter(({ exit, cause }) => exit === t && cause !== null).length / atRisk);
  }, 1);
}

describe('Kaplan-Meier always', () => {
  it('equals the definition computed the slow way', () => {
    fc.assert(
      fc.property(subjectsArbitrary, fc.nat(50), (subjects, time) => {
        const curve = curveOf(subjects);
        expect(survivalAt(curve, time).survival).toBeCloseTo(slowSurvival(subjects, time), 12);
        expect(atRiskAt(curve.table, time)).toBe(
          subjects.filter(({ entry = 0, exit }) => entry < time && time <= exit).length,
        );
      }),
    );
  });

  it('keeps its estimates and halves its variances when every subject is there twice', () => {
    fc.assert(
      fc.property(subjectsArbitrary, (subjects) => {
        const [once, twice] = [curveOf(subjects), curveOf([...subjects, ...subjects])];
        for (const [index, { survival, standardError }] of once.steps.entries()) {
          const doubled = twice.steps[index]!;
          expect(doubled.survival).toBeCloseTo(survival, 12);
          expect(varianceOf(doubled)).toBeCloseTo(varianceOf({ standardError }) / 2, 12);
        }
      }),
    );
  });

  it('never rises and never leaves 0 to 1', () => {
    fc.assert(
      fc.property(subjectsArbitrary, (subjects) => {
        const values = [1, ...curveOf(subjects).steps.map(({ survival }) => survival), 0];
        expect(values).toEqual([...values].sort((a, b) => b - a));
      }),
    );
  });
});
