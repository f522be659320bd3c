import { type Unavailable, unavailable } from '../common/unavailable.js';
import { normalQuantile, normalTwoSidedP } from '../probability/normal.js';
import { mannKendall, type MannKendallTest, zScore } from './mann-kendall.js';
import { theilSen } from './theil-sen.js';

/** A test of no trend that allows for values depending on each other, or why there is none. */
export type AutocorrelatedTest = MannKendallTest | Unavailable<'fewer-than-ten-values' | 'not-positive'>;

/**
 * Mann-Kendall for a series whose values depend on each other: its variance times 1 + 2 Σ (n−i)(n−i−1)(n−i−2) ρ_i /
 * (n(n−1)(n−2)), where ρ_i are those autocorrelations of the detrended ranks that leave the 95 % band of chance.
 * `values` in order of time, null where missing. Hamed & Rao 1998, J. Hydrol. 204:182.
 */
export function hamedRao(values: readonly (number | null)[], maxLag?: number): AutocorrelatedTest {
  return withInflatedVariance(values, (residuals) => {
    const n = residuals.length;
    const band = normalQuantile(0.975) / Math.sqrt(n);
    const sum = autocorrelations(averageRanks(residuals.map(Math.round)), maxLag ?? n - 1)
      .map((correlation, index) => ({ correlation, left: n - index - 1 }))
      .filter(({ correlation }) => Math.abs(correlation) > band)
      .reduce((total, { correlation, left }) => total + left * (left - 1) * (left - 2) * correlation, 0);
    return 1 + (2 * sum) / (n * (n - 1) * (n - 2));
  });
}

/**
 * The same with the factor 1 + 2 Σ (1 − i/n) ρ_i over all lags up to `maxLag`, ρ_i of the detrended values themselves.
 * Yue & Wang 2004, Water Resour. Manag. 18:201.
 */
export function yueWang(values: readonly (number | null)[], maxLag?: number): AutocorrelatedTest {
  return withInflatedVariance(values, (residuals) => {
    const n = residuals.length;
    const sum = autocorrelations(residuals, maxLag ?? n - 1).reduce(
      (total, correlation, index) => total + (1 - (index + 1) / n) * correlation,
      0,
    );
    return 1 + 2 * sum;
  });
}

/**
 * Mann-Kendall after each value lost the part that its predecessor explains, ρ_1 times that predecessor. `trendFree`
 * takes the trend out first and puts it back after, since a trend inflates ρ_1 (Yue et al. 2002, Hydrol. Process. 16:1807).
 */
export function preWhitened(
  values: readonly (number | null)[],
  { trendFree = false } = {},
): Exclude<AutocorrelatedTest, Unavailable<'not-positive'>> | Unavailable<'fewer-than-ten-values'> {
  const points = values.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
  const line = theilSen(points);
  if (points.length < MIN_VALUES || line.kind === 'unavailable') return unavailable('fewer-than-ten-values');
  const series = points.map(({ y }) => y);
  const unit = grainOf(series);
  const slope = trendFree ? line.slope : 0;
  const residuals = detrended(series, slope, unit);
  const [first = 0] = autocorrelations(residuals, 1);
  const whitened = residuals
    .slice(1)
    .map((value, index) => value - first * residuals[index]! + (slope / unit) * (index + 1));
  const test = mannKendall(whitened, { method: 'normal' });
  return test.kind === 'unavailable' ? unavailable('fewer-than-ten-values') : test;
}

/** Autocorrelations of fewer values are mostly chance. */
const MIN_VALUES = 10;

function withInflatedVariance(
  values: readonly (number | null)[],
  factorOf: (residuals: readonly number[]) => number,
): AutocorrelatedTest {
  const points = values.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
  const series = points.map(({ y }) => y);
  const [plain, line] = [mannKendall(series), theilSen(points)];
  if (series.length < MIN_VALUES || plain.kind === 'unavailable' || line.kind === 'unavailable')
    return unavailable('fewer-than-ten-values');
  const variance = plain.variance * factorOf(detrended(series, line.slope, grainOf(series)));
  if (variance < 0) return unavailable('not-positive');
  const z = zScore(plain.s, variance);
  return { ...plain, variance, z, p: normalTwoSidedP(z), method: 'normal' };
}

/** A billionth of the range; 1 for a constant series. */
function grainOf(series: readonly number[]): number {
  const [least, most] = extremes(series);
  return most > least ? 1e-9 * (most - least) : 1;
}

/**
 * The series without its slope, in grains. Along a straight line 0.1, 0.2, … residuals of 1e-17 are left where 1, 2, …
 * leaves 0, and they would pass for a pattern: less than a grain is 0.
 */
function detrended(series: readonly number[], slope: number, grain: number): number[] {
  const residuals = series.map((value, index) => (value - (index + 1) * slope) / grain);
  const [least, most] = extremes(residuals);
  return most - least < 1 ? residuals.map(() => 0) : residuals;
}

function extremes(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

/** Ranks from 1; ties share their mean rank. */
function averageRanks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (let first = 0; first < order.length;) {
    let after = first;
    while (after < order.length && order[after]!.value === order[first]!.value) after += 1;
    for (const { index } of order.slice(first, after)) ranks[index] = (first + 1 + after) / 2;
    first = after;
  }
  return ranks;
}

/** At lags 1, 2, … `lags`, of which there are at most n − 1; 0 for a constant series. */
function autocorrelations(values: readonly number[], lags: number): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const covariance = (lag: number) =>
    centred.slice(lag).reduce((sum, value, index) => sum + value * centred[index]!, 0);
  const variance = covariance(0);
  return Array.from({ length: Math.min(lags, values.length - 1) }, (_, index) =>
    variance === 0 ? 0 : covariance(index + 1) / variance,
  );
}
