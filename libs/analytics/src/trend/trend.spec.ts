import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { clusterBootstrap } from './bootstrap.js';
import { hamedRao } from './hamed-rao.js';
import { mannKendall, type MannKendallTest, seasonalMannKendall, smallestExactP } from './mann-kendall.js';
import { plainMean, standardisedMean } from './mix.js';
import { seededRandom } from './random.js';
import { theilSen, type TheilSenLine } from './theil-sen.js';

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
    hamed_rao_lag3: Pick<Printed, 'p' | 'z' | 'var_s'>;
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

    it('corrects for autocorrelation as Hamed and Rao', () => {
      const { p, z, var_s } = expected.hamed_rao_newer;
      expect(hamedRao(data.x)).toMatchObject({
        p: expect.closeTo(p, 10),
        z: expect.closeTo(z, 9),
        variance: expect.closeTo(var_s, 4),
      });
      const lag3 = expected.hamed_rao_lag3;
      expect(hamedRao(data.x, 3)).toMatchObject({
        p: expect.closeTo(lag3.p, 10),
        z: expect.closeTo(lag3.z, 9),
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
      confidence: number;
      lower: number;
      upper: number;
    },
    { y: number[]; slope: number; intercept_separate: number },
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

describe('Cluster bootstrap', () => {
  const mean = (sample: readonly number[]) => sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const values = Array.from({ length: 40 }, (_, index) => (index * 37) % 41);

  it('gives the same interval for the same seed', () => {
    const interval = clusterBootstrap(values, mean, { seed: 1 });
    expect(clusterBootstrap(values, mean, { seed: 1 })).toEqual(interval);
    expect(clusterBootstrap(values, mean, { seed: 2 })).not.toEqual(interval);
  });

  it.each(['percentile', 'bca'] as const)('comes close to the normal interval of a mean (%s)', (method) => {
    const centre = mean(values);
    const error = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)) / values.length);
    const interval = clusterBootstrap(values, mean, { seed: 7, replicates: 4000, method });
    if (interval.kind === 'unavailable') throw new Error(interval.reason);
    expect(Math.abs(interval.low - (centre - 1.96 * error))).toBeLessThan(0.2 * error);
    expect(Math.abs(interval.high - (centre + 1.96 * error))).toBeLessThan(0.2 * error);
  });

  it('keeps the size of each stratum', () => {
    const sizes = clusterBootstrap(values, (sample) => sample.filter((value) => value < 10).length, {
      seed: 3,
      stratumOf: (value) => String(value < 10),
    });
    const own = values.filter((value) => value < 10).length;
    expect(sizes).toMatchObject({ low: own, high: own });
  });

  it('has no interval where the figure is too often missing', () => {
    expect(clusterBootstrap([1], mean, { seed: 1 })).toEqual({
      kind: 'unavailable',
      reason: 'fewer-than-two-clusters',
    });
    expect(clusterBootstrap([1, 2], () => null, { seed: 1 })).toEqual({
      kind: 'unavailable',
      reason: 'no-estimate',
    });
    const needsBoth = (sample: readonly number[]) => (new Set(sample).size === 2 ? 1 : null);
    expect(clusterBootstrap([1, 2], needsBoth, { seed: 1 })).toEqual({
      kind: 'unavailable',
      reason: 'too-often-undefined',
    });
  });

  it('draws evenly', () => {
    const random = seededRandom(42);
    const counts = Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) counts[Math.floor(random() * 10)]! += 1;
    // Each has a standard deviation of 95; 5 of them is far out.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  });
});
