import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { hamedRao, preWhitened, yueWang } from './autocorrelated.js';
import { mannKendall, type MannKendallTest, seasonalMannKendall, smallestExactP } from './mann-kendall.js';
import { plainMean, standardisedMean } from './mix.js';
import { seasonalTheilSen, theilSen, type TheilSenLine } from './theil-sen.js';

function testOf(values: readonly number[]): MannKendallTest {
  const test = mannKendall(values);
  if (test.kind === 'unavailable') throw new Error(test.reason);
  return test;
}
function lineOf(ys: readonly number[], xs = ys.map((_, index) => index), confidence?: number): TheilSenLine {
  const line = theilSen(
    xs.map((x, index) => ({ x, y: ys[index]! })),
    confidence,
  );
  if (line.kind === 'unavailable') throw new Error(line.reason);
  return line;
}

interface Printed {
  p: number;
  z: number;
  tau: number;
  s: number;
  var_s: number;
}
interface MannKendallData {
  x: (number | null)[];
  expected: {
    original_test: Printed;
    seasonal_test_period12: Printed;
    hamed_rao_newer: Pick<Printed, 'p' | 'z' | 'var_s'>;
    hamed_rao_older: Pick<Printed, 'p' | 'z' | 'var_s'>;
    hamed_rao_lag3: Pick<Printed, 'p' | 'z' | 'var_s'>;
    yue_wang_lag1: Pick<Printed, 'p' | 'z' | 'var_s'>;
    pre_whitening: Printed;
    seasonal_sens_slope: { slope: number; intercept: number };
    sens_slope_newer_keeps_time_index: { slope: number; intercept: number };
    sens_slope_older_drops_missing_then_reindexes: number;
    constant_series_360: Printed;
    strictly_increasing_360: { tau: number; s: number; seasonal_s: number };
  };
}

for (const { from, data } of sourcesOf<MannKendallData>('mann_kendall_pymannkendall')) {
  const { expected } = data;
  const points = data.x.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
  const values = points.map(({ y }) => y);
  describe(`Mann-Kendall on ${from}`, () => {
    const matches = ({ p, z, tau, s, var_s }: Printed) => ({
      s,
      tau: expect.closeTo(tau, 12),
      variance: expect.closeTo(var_s, 6),
      z: expect.closeTo(z, 12),
      p: expect.closeTo(p, 12),
    });

    it('gives score, variance with ties, z and p', () => {
      expect(testOf(values)).toMatchObject(matches(expected.original_test));
    });

    it('adds up seasons', () => {
      expect(seasonalMannKendall(data.x, 12)).toMatchObject(matches(expected.seasonal_test_period12));
      expect(
        seasonalMannKendall(
          Array.from({ length: 360 }, (_, index) => index),
          12,
        ),
      ).toMatchObject({ s: expected.strictly_increasing_360.seasonal_s });
    });

    it('corrects for autocorrelation as Hamed and Rao, and as Yue and Wang', () => {
      const printed = ({ p, z, var_s }: Pick<Printed, 'p' | 'z' | 'var_s'>) => ({
        p: expect.closeTo(p, 10),
        z: expect.closeTo(z, 9),
        variance: expect.closeTo(var_s, 3),
      });
      expect(hamedRao(data.x)).toMatchObject(printed(expected.hamed_rao_newer));
      // The older release dropped missing values before it counted time.
      expect(hamedRao(values)).toMatchObject(printed(expected.hamed_rao_older));
      expect(hamedRao(data.x, 3)).toMatchObject(printed(expected.hamed_rao_lag3));
      expect(yueWang(data.x, 1)).toMatchObject(printed(expected.yue_wang_lag1));
    });

    it('whitens', () => {
      expect(preWhitened(data.x)).toMatchObject(matches(expected.pre_whitening));
    });

    it('gives the change per year from slopes within months', () => {
      const { slope, intercept } = expected.seasonal_sens_slope;
      expect(seasonalTheilSen(data.x, 12)).toEqual({
        kind: 'line',
        slope: expect.closeTo(slope, 12),
        intercept: expect.closeTo(intercept, 9),
      });
    });

    it('keeps the true time where values are missing', () => {
      const { slope, intercept } = expected.sens_slope_newer_keeps_time_index;
      expect(theilSen(points)).toMatchObject({
        slope: expect.closeTo(slope, 12),
        intercept: expect.closeTo(intercept, 9),
      });
      expect(lineOf(values).slope).toBeCloseTo(expected.sens_slope_older_drops_missing_then_reindexes, 12);
    });

    it('knows the series that never and always moves', () => {
      expect(testOf(Array<number>(360).fill(7))).toMatchObject(matches(expected.constant_series_360));
      const rising = expected.strictly_increasing_360;
      expect(testOf(Array.from({ length: 360 }, (_, index) => index))).toMatchObject({
        tau: rising.tau,
        s: rising.s,
      });
    });
  });
}

interface TheilSenData {
  cases: [
    {
      x: number[];
      y: number[];
      slope: number;
      intercept_separate: number;
      intercept_joint: number;
      confidence: number;
      lower: number;
      upper: number;
    },
    { y: number[]; slope: number; intercept_separate: number; intercept_joint: number },
    { x: number[]; y: number[]; tau: number; exact_p: number },
    { n: number; tau: number; exact_p: number },
    { y: number[]; tau: number; exact_p: number },
  ];
}

for (const { from, data } of sourcesOf<TheilSenData>('theil_sen_small')) {
  const [sen, three, small, identity, swap] = data.cases;
  describe(`Theil-Sen and exact Kendall on ${from}`, () => {
    it('gives the slope and the rank interval of Sen 1968', () => {
      const line = lineOf(sen.y, sen.x, sen.confidence);
      expect(line.slope).toBe(sen.slope);
      expect(line.intercept).toBe(sen.intercept_separate);
      expect(line.jointIntercept).toBe(sen.intercept_joint);
      expect(line.interval).toMatchObject({
        low: expect.closeTo(sen.lower, 1),
        high: expect.closeTo(sen.upper, 1),
      });
      const { low, high } = line.interval.kind === 'interval' ? line.interval : { low: NaN, high: NaN };
      expect(Math.abs(low - sen.lower)).toBeLessThan(0.01);
      expect(Math.abs(high - sen.upper)).toBeLessThan(0.01);
    });

    it('gives a slope but no interval for three points', () => {
      expect(lineOf(three.y)).toMatchObject({
        slope: three.slope,
        intercept: three.intercept_separate,
        jointIntercept: three.intercept_joint,
        interval: { kind: 'unavailable', reason: 'too-few-points' },
      });
    });

    it('gives exact p-values', () => {
      const ordered = small.x
        .map((x, index) => ({ x, y: small.y[index]! }))
        .sort((a, b) => a.x - b.x)
        .map(({ y }) => y);
      expect(testOf(ordered)).toMatchObject({
        tau: expect.closeTo(small.tau, 10),
        p: expect.closeTo(small.exact_p, 10),
        method: 'exact',
      });
      expect(testOf(Array.from({ length: identity.n }, (_, index) => index))).toMatchObject({
        tau: identity.tau,
        p: expect.closeTo(identity.exact_p, 18),
      });
      expect(testOf(swap.y)).toMatchObject({
        tau: expect.closeTo(swap.tau, 14),
        p: expect.closeTo(swap.exact_p, 17),
      });
    });
  });
}

describe('A trend', () => {
  it('cannot pass a test with four quarters', () => {
    expect([3, 4, 5, 6].map((n) => Number(smallestExactP(n).toFixed(4)))).toEqual([
      0.3333, 0.0833, 0.0167, 0.0028,
    ]);
  });

  it('cannot be had from too few values', () => {
    expect(mannKendall([])).toEqual({ kind: 'unavailable', reason: 'fewer-than-two-values' });
    expect(theilSen([{ x: 1, y: 1 }])).toEqual({ kind: 'unavailable', reason: 'fewer-than-two-times' });
    expect(
      theilSen([
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ]),
    ).toEqual({ kind: 'unavailable', reason: 'fewer-than-two-times' });
    expect(seasonalTheilSen([1, 2, null], 2)).toEqual({
      kind: 'unavailable',
      reason: 'fewer-than-two-times',
    });
    for (const period of [0, -1, 1.5, NaN]) {
      expect(() => seasonalMannKendall([1, 2], period)).toThrow(RangeError);
      expect(() => seasonalTheilSen([1, 2], period)).toThrow(RangeError);
    }
    expect(yueWang([1, 2, 3])).toEqual({ kind: 'unavailable', reason: 'fewer-than-ten-values' });
    expect(preWhitened([1, 2, 3])).toEqual({ kind: 'unavailable', reason: 'fewer-than-ten-values' });
    expect(seasonalMannKendall([1, 2], 4)).toEqual({ kind: 'unavailable', reason: 'fewer-than-two-values' });
    expect(hamedRao([1, 2, 3])).toEqual({ kind: 'unavailable', reason: 'fewer-than-ten-values' });
  });

  it('does not change when the origin does, and turns with the series', () => {
    const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 15 });
    fc.assert(
      fc.property(series, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
        expect(testOf(values.map((value) => value + shift))).toEqual(testOf(values));
        expect(lineOf(values.map((value) => value + shift)).slope).toBeCloseTo(lineOf(values).slope, 9);
        expect(testOf(values.toReversed()).s + testOf(values).s).toBe(0);
        const { s, p, z } = testOf(values);
        expect([s, p, z].every(Number.isFinite)).toBe(true);
      }),
    );
  });

  // SciPy 1.17.1, scipy.stats.theilslopes at 95 %.
  it.each([
    {
      xs: [2, 2, 3, 4, 0, 0, 4, 4],
      ys: [-3, -2, 7, 0, -2, 6, -3, 0],
      expected: { slope: 0, intercept: -1, jointIntercept: -1, interval: { low: -4.5, high: 1.5 } },
    },
    {
      xs: [3, 2, 0, 0, 4, 3, 4, 2, 4, 1, 2, 3],
      ys: [-5, -2, -5, 0, 8, -4, -1, 0, 7, -3, 1, -3],
      expected: { slope: 1, intercept: -4, jointIntercept: -4, interval: { low: -1, high: 3.5 } },
    },
    {
      xs: [0, 3, 0, 1, 2, 2, 0, 4, 3, 4],
      ys: [-5, 4, -2, 2, 7, -2, 4, -4, -2, 8],
      expected: { slope: 0.5, intercept: -1, jointIntercept: -0.25, interval: { low: -2, high: 4 } },
    },
  ])('has the line and interval of SciPy where times are equal: $xs', ({ xs, ys, expected }) => {
    expect(lineOf(ys, xs)).toMatchObject(expected);
  });

  it('has no interval where nearly all points are equal in time and value', () => {
    const points = Array.from({ length: 10 }, (_, index) => ({ x: Number(index === 9), y: 5 }));
    expect(theilSen(points)).toMatchObject({
      slope: 0,
      interval: { kind: 'unavailable', reason: 'too-many-ties' },
    });
  });

  it('has the slope and interval of the definition, in any order of its points', () => {
    const point = fc.record({ x: fc.nat(12), y: fc.integer({ min: -9, max: 9 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 14 }), (points) => {
        const line = theilSen(points);
        expect(theilSen(points.toReversed())).toEqual(line);
        const slopes: number[] = [];
        for (const a of points) for (const b of points) if (a.x < b.x) slopes.push((b.y - a.y) / (b.x - a.x));
        slopes.sort((a, b) => a - b);
        if (line.kind === 'unavailable') {
          expect(slopes).toEqual([]);
          return;
        }
        const [least, most] = [
          slopes.filter((own) => own < line.slope),
          slopes.filter((own) => own > line.slope),
        ];
        expect(Math.max(least.length, most.length)).toBeLessThanOrEqual(slopes.length / 2);
        expect(Object.is(line.slope, -0)).toBe(false);
        const sizes = (values: number[]) =>
          [...new Set(values)].map((own) => values.filter((v) => v === own).length);
        const term = (t: number) => t * (t - 1) * (2 * t + 5);
        const ties = [...sizes(points.map(({ x }) => x)), ...sizes(points.map(({ y }) => y))];
        const variance = (term(points.length) - ties.reduce((sum, t) => sum + term(t), 0)) / 18;
        const reach = 1.959963984540054 * Math.sqrt(variance);
        const [low, high] = [
          slopes[Math.round((slopes.length - reach) / 2) - 1],
          slopes[Math.round((slopes.length + reach) / 2 + 1) - 1],
        ];
        if (variance < 0) expect(line.interval).toMatchObject({ reason: 'too-many-ties' });
        else if (low === undefined || high === undefined)
          expect(line.interval).toMatchObject({ reason: 'too-few-points' });
        else expect(line.interval).toMatchObject({ low, high });
      }),
    );
  });

  it('has tau-a and tau-b', () => {
    // SciPy 1.17.1, scipy.stats.kendalltau against 0, 1, 2, …
    for (const [values, tauB] of [
      [[3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], 0.30510802855858954],
      [[1, 1, 2, 2, 2, 7], 0.8563488385776752],
      [[5, 4, 4, 1], -0.9128709291752769],
    ] as const)
      expect(testOf(values).tauB).toBeCloseTo(tauB, 14);
    // Five rise, none falls, one of six pairs is tied.
    expect(testOf([1, 2, 2, 3])).toMatchObject({ tau: 5 / 6, tauB: expect.closeTo(5 / Math.sqrt(30), 14) });
    expect(testOf([4, 4])).toMatchObject({ tau: 0, tauB: { kind: 'unavailable', reason: 'constant' } });
  });

  it('has the p-value that is asked for', () => {
    const values = [3, 1, 4, 15, 9, 2, 6, 5, 35, 8, 97, 93, 23, 84, 62];
    // SciPy 1.17.1: exact 0.0028582293753424705; its normal one has no continuity correction.
    expect(mannKendall(values, { method: 'exact' })).toMatchObject({
      p: expect.closeTo(0.0028582293753424705, 15),
      method: 'exact',
    });
    expect(mannKendall(values)).toMatchObject({ method: 'normal' });
    expect(mannKendall([1, 2, 3], { method: 'normal' })).toMatchObject({ method: 'normal' });
    expect(mannKendall([1, 1, 3], { method: 'exact' })).toEqual({
      kind: 'unavailable',
      reason: 'no-exact-p',
    });
    const long = Array.from({ length: 101 }, (_, index) => index);
    expect(mannKendall(long, { method: 'exact' })).toEqual({ kind: 'unavailable', reason: 'no-exact-p' });
    expect(smallestExactP(200)).toBe(0);
    expect(smallestExactP(1)).toBe(1);
  });

  it('is the same in other units, also along a straight line', () => {
    const rising = Array.from({ length: 20 }, (_, index) => index);
    for (const test of [hamedRao, yueWang]) {
      expect(test(rising.map((value) => 0.1 * value))).toEqual(test(rising));
      expect(test(rising)).toMatchObject({ s: 190, variance: testOf(rising).variance });
      expect(test(Array<number>(12).fill(7))).toMatchObject({ s: 0, p: 1 });
    }
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 10, maxLength: 25 }),
        fc.constantFrom(0.1, 0.001, 7, 1e6),
        (values, unit) => {
          for (const test of [
            hamedRao,
            yueWang,
            preWhitened,
            (own: number[]) => preWhitened(own, { trendFree: true }),
          ]) {
            const [plain, scaled] = [test(values), test(values.map((value) => value * unit))];
            if (plain.kind === 'unavailable' || scaled.kind === 'unavailable') expect(scaled).toEqual(plain);
            else {
              expect(Math.abs(scaled.s - plain.s)).toBeLessThanOrEqual(2);
              expect([plain.z, plain.p, plain.variance].every(Number.isFinite)).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('has exact p-values that count all orders', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100), { minLength: 2, maxLength: 6 }), (values) => {
        const orders = permutations(values.map((_, index) => index));
        const own = Math.abs(testOf(values).s);
        const extreme = orders.filter((order) => Math.abs(testOf(order).s) >= own).length;
        expect(testOf(values).p).toBeCloseTo(extreme / orders.length, 12);
      }),
      { numRuns: 25 },
    );
  });
});

function permutations(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((first, index) =>
    permutations(values.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

interface Simpson {
  simpson: {
    q1: Record<string, [number, number]>;
    q2: Record<string, [number, number]>;
    rates: { overall: [number, number] };
    standardised_to_q1_mix: [number, number];
  };
}

for (const { from, data } of sourcesOf<Simpson>('golden_scoring_payback_computed_here')) {
  it(`shows the mix effect of ${from}`, () => {
    const { q1, q2, rates, standardised_to_q1_mix } = data.simpson;
    const [before, after] = [q1, q2].map((quarter) =>
      Object.entries(quarter).map(([group, [k, n]]) => ({ group, value: k / n, size: n })),
    );
    expect([plainMean(before!), plainMean(after!)]).toEqual(
      rates.overall.map((rate) => expect.closeTo(rate, 12)),
    );
    expect([standardisedMean(before!, before!), standardisedMean(after!, before!)]).toEqual(
      standardised_to_q1_mix.map((rate) => expect.closeTo(rate, 6)),
    );
    expect(standardisedMean([after![0]!], before!)).toEqual({ kind: 'unavailable', reason: 'group-missing' });
    expect(standardisedMean(after!, [])).toEqual({ kind: 'unavailable', reason: 'empty' });
  });
}

describe('A standardised mean', () => {
  const group = (name: string, value: number, size: number) => ({ group: name, value, size });

  it('asks nothing of a group that had nobody in the reference quarter', () => {
    const reference = [group('a', 0, 3), group('b', 0, 1), group('c', 0, 0)];
    // (3 · 10 + 1 · 20) / 4.
    expect(standardisedMean([group('a', 10, 1), group('b', 20, 5)], reference)).toBe(12.5);
    expect(standardisedMean([group('a', 10, 1)], [group('a', 0, 0)])).toEqual({
      kind: 'unavailable',
      reason: 'empty',
    });
  });

  it('takes no value from a group that has nobody now', () => {
    expect(
      standardisedMean([group('a', 10, 1), group('b', 99, 0)], [group('a', 0, 1), group('b', 0, 1)]),
    ).toEqual({
      kind: 'unavailable',
      reason: 'group-missing',
    });
    expect(plainMean([group('a', 10, 0)])).toEqual({ kind: 'unavailable', reason: 'empty' });
  });
});
