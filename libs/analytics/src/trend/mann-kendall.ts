import { type Unavailable, unavailable } from '../common/unavailable.js';
import { normalTwoSidedP } from '../probability/normal.js';

export interface MannKendallTest {
  readonly kind: 'test';
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  /** Corrected for ties. */
  readonly variance: number;
  /** S / (n (n − 1) / 2): tau-a. With ties tau-b of other programs differs. */
  readonly tau: number;
  /** Continuity corrected; 0 where the series does not move. */
  readonly z: number;
  /** Two-sided. `exact` up to ten values without ties, from the normal distribution otherwise. */
  readonly p: number;
  readonly method: 'exact' | 'normal';
}

/**
 * Does a series go one way? Values in order of time; leave missing ones out. It takes the values for independent:
 * carried-forward scores are not, see `hamedRao` or `clusterBootstrap`. Mann 1945; Kendall 1975.
 */
export function mannKendall(
  values: readonly number[],
): MannKendallTest | Unavailable<'fewer-than-two-values'> {
  const n = values.length;
  if (n < 2) return unavailable('fewer-than-two-values');
  const s = kendallScore(values);
  const variance = kendallVariance(values);
  const z = zScore(s, variance);
  const isExact = n <= MAX_EXACT && new Set(values).size === n;
  return {
    kind: 'test',
    s,
    variance,
    tau: s / ((n * (n - 1)) / 2),
    z,
    p: isExact ? exactP(s, n) : normalTwoSidedP(z),
    method: isExact ? 'exact' : 'normal',
  };
}

/** The least two-sided p that n values can give: 2 / n!. With 4 it is 0.083, so no test can be passed. */
export function smallestExactP(n: number): number {
  return exactP((n * (n - 1)) / 2, n);
}

/**
 * Mann-Kendall within seasons (the same quarter of each year), their scores and variances added up: Hirsch, Slack &
 * Smith 1982. `values` in order from the first season on, null where missing.
 */
export function seasonalMannKendall(
  values: readonly (number | null)[],
  period: number,
):
  | Pick<MannKendallTest, 'kind' | 's' | 'variance' | 'z' | 'p' | 'tau'>
  | Unavailable<'fewer-than-two-values'> {
  const seasons = Array.from({ length: period }, (_, season) =>
    values.flatMap((value, index) => (index % period === season && value !== null ? [value] : [])),
  );
  const pairs = seasons.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  if (pairs === 0) return unavailable('fewer-than-two-values');
  const s = seasons.reduce((sum, season) => sum + kendallScore(season), 0);
  const variance = seasons.reduce((sum, season) => sum + kendallVariance(season), 0);
  const z = zScore(s, variance);
  return { kind: 'test', s, variance, tau: s / pairs, z, p: normalTwoSidedP(z) };
}

/** Var(S) = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18 over groups of t ties. */
export function kendallVariance(values: readonly number[]): number {
  const term = (count: number) => count * (count - 1) * (2 * count + 5);
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  return (term(values.length) - [...ties.values()].reduce((sum, count) => sum + term(count), 0)) / 18;
}

export function zScore(s: number, variance: number): number {
  return variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
}

const MAX_EXACT = 10;

function kendallScore(values: readonly number[]): number {
  return values.reduce(
    (sum, value, index) =>
      sum + values.slice(index + 1).reduce((own, later) => own + Math.sign(later - value), 0),
    0,
  );
}

/** P(|S| ≥ |s|) over all orders of n values: S = n(n−1)/2 − 2 · inversions, and inversions of n convolve those of n − 1. */
function exactP(s: number, n: number): number {
  let orders = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = Array<number>(orders.length + size - 1).fill(0);
    for (const [inversions, count] of orders.entries()) {
      for (let more = 0; more < size; more += 1) next[inversions + more]! += count;
    }
    orders = next;
  }
  const most = orders.length - 1;
  const all = orders.reduce((sum, count) => sum + count, 0);
  const extreme = orders.reduce(
    (sum, count, inversions) => sum + (Math.abs(most - 2 * inversions) >= Math.abs(s) ? count : 0),
    0,
  );
  return extreme / all;
}
