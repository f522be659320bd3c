import { type Unavailable, unavailable } from '../common/unavailable.js';
import { normalQuantile, normalTwoSidedP } from '../probability/normal.js';
import { mannKendall, type MannKendallTest, zScore } from './mann-kendall.js';
import { theilSen } from './theil-sen.js';

/**
 * Mann-Kendall for a series whose values depend on each other: its variance times 1 + 2 Σ (n−i)(n−i−1)(n−i−2) ρ_i /
 * (n(n−1)(n−2)), where ρ_i are those autocorrelations of the detrended ranks that leave the 95 % band of chance.
 * `values` in order of time, null where missing. Hamed & Rao 1998, J. Hydrol. 204:182.
 */
export function hamedRao(
  values: readonly (number | null)[],
  maxLag?: number,
): MannKendallTest | Unavailable<'fewer-than-ten-values' | 'not-positive'> {
  const points = values.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
  const series = points.map(({ y }) => y);
  const n = series.length;
  if (n < 10) return unavailable('fewer-than-ten-values');
  const [plain, line] = [mannKendall(series), theilSen(points)];
  if (plain.kind === 'unavailable' || line.kind === 'unavailable')
    return unavailable('fewer-than-ten-values');
  const ranks = averageRanks(series.map((value, index) => value - (index + 1) * line.slope));
  const correlations = autocorrelations(ranks, Math.min(maxLag ?? n - 1, n - 1));
  const band = normalQuantile(0.975) / Math.sqrt(n);
  const sum = correlations.reduce(
    (total, correlation, index) =>
      Math.abs(correlation) <= band
        ? total
        : total + (n - index - 1) * (n - index - 2) * (n - index - 3) * correlation,
    0,
  );
  const variance = plain.variance * (1 + (2 * sum) / (n * (n - 1) * (n - 2)));
  if (variance < 0) return unavailable('not-positive');
  const z = zScore(plain.s, variance);
  return { ...plain, variance, z, p: normalTwoSidedP(z), method: 'normal' };
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

/** At lags 1, 2, … `lags`; 0 for a constant series. */
function autocorrelations(values: readonly number[], lags: number): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const covariance = (lag: number) =>
    centred.slice(lag).reduce((sum, value, index) => sum + value * centred[index]!, 0);
  const variance = covariance(0);
  return Array.from({ length: lags }, (_, index) => (variance === 0 ? 0 : covariance(index + 1) / variance));
}
