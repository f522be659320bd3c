import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalCdf, normalQuantile } from '../probability/normal.js';
import { clusterBootstrap } from './bootstrap.js';
import { seededRandom } from './random.js';
import { theilSen } from './theil-sen.js';

const mean = (sample: readonly number[]) => sample.reduce((sum, value) => sum + value, 0) / sample.length;
const keyOf = String;

describe('Cluster bootstrap', () => {
  const values = Array.from({ length: 40 }, (_, index) => (index * 37) % 41);

  it('gives the same interval for the same seed, whatever the order of the clusters', () => {
    const interval = clusterBootstrap(values, mean, { keyOf, seed: 1 });
    expect(clusterBootstrap(values, mean, { keyOf, seed: 1 })).toEqual(interval);
    expect(clusterBootstrap(values, mean, { keyOf, seed: 2 })).not.toEqual(interval);
    const stratumOf = (value: number) => String(value % 3);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(values, { minLength: values.length }),
        fc.constantFrom('percentile' as const, 'bca' as const),
        (shuffled, method) => {
          const options = { keyOf, seed: 1, replicates: 50, stratumOf, method };
          expect(clusterBootstrap(shuffled, mean, options)).toEqual(clusterBootstrap(values, mean, options));
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each(['percentile', 'bca'] as const)('comes close to the normal interval of a mean (%s)', (method) => {
    const centre = mean(values);
    const error = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)) / values.length);
    const interval = clusterBootstrap(values, mean, { keyOf, seed: 7, replicates: 4000, method });
    if (interval.kind === 'unavailable') throw new Error(interval.reason);
    expect(Math.abs(interval.low - (centre - 1.96 * error))).toBeLessThan(0.2 * error);
    expect(Math.abs(interval.high - (centre + 1.96 * error))).toBeLessThan(0.2 * error);
  });

  it('reads the percentiles that Efron and Tibshirani give for a skewed figure', () => {
    const skewed = Array.from({ length: 25 }, (_, index) => 1.25 ** index);
    const seen: number[] = [];
    const recorded = (sample: readonly number[]) => {
      const value = mean(sample);
      seen.push(value);
      return value;
    };
    const interval = clusterBootstrap(skewed, recorded, { keyOf, seed: 5, replicates: 1000, method: 'bca' });
    // 14.14 and 14.15: first the estimate, then the replicates, then each left out once.
    const [estimate, replicates, leftOut] = [seen[0]!, seen.slice(1, 1001), seen.slice(1001)];
    expect(leftOut).toHaveLength(25);
    const bias = normalQuantile(replicates.filter((value) => value < estimate).length / 1000);
    const centre = mean(leftOut);
    const cubes = leftOut.reduce((sum, value) => sum + (centre - value) ** 3, 0);
    const squares = leftOut.reduce((sum, value) => sum + (centre - value) ** 2, 0);
    const skewness = cubes / (6 * squares ** 1.5);
    replicates.sort((a, b) => a - b);
    const at = (z: number) => {
      const shifted = bias + z;
      const position = normalCdf(bias + shifted / (1 - skewness * shifted)) * 999;
      const lower = Math.floor(position);
      return replicates[lower]! + (position - lower) * (replicates[lower + 1]! - replicates[lower]!);
    };
    expect(interval).toMatchObject({
      low: expect.closeTo(at(-1.959963984540054), 9),
      high: expect.closeTo(at(1.959963984540054), 9),
    });
    expect(skewness).toBeGreaterThan(0.02);
  });

  it('keeps the size of each stratum', () => {
    const sizes = clusterBootstrap(values, (sample) => sample.filter((value) => value < 10).length, {
      keyOf,
      seed: 3,
      stratumOf: (value) => String(value < 10),
    });
    const own = values.filter((value) => value < 10).length;
    expect(sizes).toMatchObject({ low: own, high: own });
  });

  it('gives the slope of a trend an interval that knows which quarters belong together', () => {
    // Twenty initiatives whose scores are carried forward: each rises once by 10, at its own quarter.
    const initiatives = Array.from({ length: 20 }, (_, id) => ({
      id: `I${id}`,
      scores: Array.from({ length: 8 }, (_quarter, quarter) => 40 + (id % 5) + (quarter > id % 7 ? 10 : 0)),
    }));
    const slopeOf = (sample: readonly { scores: number[] }[]) => {
      const line = theilSen(
        Array.from({ length: 8 }, (_, x) => ({ x, y: mean(sample.map(({ scores }) => scores[x]!)) })),
      );
      return line.kind === 'line' ? line.slope : null;
    };
    const interval = clusterBootstrap(initiatives, slopeOf, { keyOf: ({ id }) => id, seed: 11 });
    const estimate = slopeOf(initiatives)!;
    expect(interval).toMatchObject({ kind: 'interval', confidence: 0.95 });
    if (interval.kind === 'unavailable') return;
    expect(interval.low).toBeLessThan(estimate);
    expect(interval.high).toBeGreaterThan(estimate);
    expect(interval.low).toBeGreaterThan(0);
  });

  it('has no interval where the figure is too often missing', () => {
    expect(clusterBootstrap([1], mean, { keyOf, seed: 1 })).toEqual({
      kind: 'unavailable',
      reason: 'fewer-than-two-clusters',
    });
    for (const nothing of [null, NaN, Infinity])
      expect(clusterBootstrap([1, 2], () => nothing, { keyOf, seed: 1 })).toEqual({
        kind: 'unavailable',
        reason: 'no-estimate',
      });
    for (const missing of [null, NaN, -Infinity]) {
      const needsBoth = (sample: readonly number[]) => (new Set(sample).size === 2 ? 1 : missing);
      expect(clusterBootstrap([1, 2], needsBoth, { keyOf, seed: 1 })).toEqual({
        kind: 'unavailable',
        reason: 'too-often-undefined',
      });
    }
  });

  it('has no corrected interval where one cluster decides everything', () => {
    const most = [1e9, ...Array.from({ length: 400 }, (_, index) => index / 1e6)];
    expect(
      clusterBootstrap(most, mean, {
        keyOf,
        seed: 1,
        replicates: 200,
        confidence: 0.9999999999,
        method: 'bca',
      }),
    ).toEqual({
      kind: 'unavailable',
      reason: 'too-skewed',
    });
    expect(clusterBootstrap([1, 1.5], () => 3, { keyOf, seed: 1, method: 'bca' })).toMatchObject({
      low: 3,
      high: 3,
    });
  });

  it('refuses no replicates, and rows of one initiative in two clusters', () => {
    for (const replicates of [0, -1, 1.5, NaN])
      expect(() => clusterBootstrap([1, 2], mean, { keyOf, seed: 1, replicates })).toThrow(RangeError);
    expect(() => clusterBootstrap([1, 2, 1], mean, { keyOf, seed: 1 })).toThrow(RangeError);
  });

  it('draws evenly', () => {
    const random = seededRandom(42);
    const counts = Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) counts[Math.floor(random() * 10)]! += 1;
    // Each has a standard deviation of 95; 5 of them is far out.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  });
});
