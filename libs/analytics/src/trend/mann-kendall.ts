import { type Unavailable, unavailable } from '../common/unavailable.js';
import { normalTwoSidedP } from '../probability/normal.js';

/** A test of no trend. */
export interface MannKendallTest {
  readonly kind: 'test';
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  /** Corrected for ties. */
  readonly variance: number;
  /** S / (n (n − 1) / 2): tau-a, as pyMannKendall prints it. */
  readonly tau: number;
  /** S over the geometric mean of all pairs and the pairs without a tie, as R trend and SciPy print it. */
  readonly tauB: number | Unavailable<'constant'>;
  /** Continuity corrected; 0 where the series does not move. */
  readonly z: number;
  /** Two-sided. `exact` up to ten values without ties, from the normal distribution otherwise. */
  readonly p: number;
  readonly method: 'exact' | 'normal';
}

/** Which distribution p is read from. */
export interface MannKendallOptions {
  /** `auto` is exact up to ten values without ties. */
  readonly method?: 'auto' | 'exact' | 'normal';
}

/**
 * Does a series go one way? Values in order of time; leave missing ones out. It takes the values for independent:
 * carried-forward scores are not, see `hamedRao` or `clusterBootstrap`. Mann 1945; Kendall 1975.
 */
export function mannKendall(
  values: readonly number[],
  { method = 'auto' }: MannKendallOptions = {},
): MannKendallTest | Unavailable<'fewer-than-two-values' | 'no-exact-p'> {
  const n = values.length;
  if (n < 2) return unavailable('fewer-than-two-values');
  const hasTies = new Set(values).size < n;
  if (method === 'exact' && (hasTies || n > MOST_EXACT)) return unavailable('no-exact-p');
  const s = kendallScore(values);
  const variance = kendallVariance(values);
  const z = zScore(s, variance);
  const isExact = method === 'exact' || (method === 'auto' && n <= EXACT_BY_ITSELF && !hasTies);
  const pairs = (n * (n - 1)) / 2;
  const untied = pairs - tiedPairs(values);
  return {
    kind: 'test',
    s,
    variance,
    tau: s / pairs,
    tauB: untied === 0 ? unavailable('constant') : s / Math.sqrt(pairs * untied),
    z,
    p: isExact ? exactP(s, n) : normalTwoSidedP(z),
    method: isExact ? 'exact' : 'normal',
  };
}

/** The least two-sided p that n values can give: 2 / n!, at most 1. With 4 it is 0.083, so no test can be passed. */
export function smallestExactP(n: number): number {
  let p = 2;
  for (let factor = 2; factor <= n; factor += 1) p /= factor;
  return Math.min(1, p);
}

/**
 * Mann-Kendall within seasons (the same quarter of each year), their scores and variances added up: Hirsch, Slack &
 * Smith 1982. `values` in order from the first season on, null where missing. Throws RangeError unless `period` is a
 * positive whole number.
 */
export function seasonalMannKendall(
  values: readonly (number | null)[],
  period: number,
):
  | Pick<MannKendallTest, 'kind' | 's' | 'variance' | 'z' | 'p' | 'tau'>
  | Unavailable<'fewer-than-two-values'> {
  const seasons = bySeason(values, period).map((own) => own.map(({ y }) => y));
  const pairs = seasons.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  if (pairs === 0) return unavailable('fewer-than-two-values');
  const s = seasons.reduce((sum, season) => sum + kendallScore(season), 0);
  const variance = seasons.reduce((sum, season) => sum + kendallVariance(season), 0);
  const z = zScore(s, variance);
  return { kind: 'test', s, variance, tau: s / pairs, z, p: normalTwoSidedP(z) };
}

/** The points of each season; x counts cycles from 0. */
export function bySeason(
  values: readonly (number | null)[],
  period: number,
): { readonly x: number; readonly y: number }[][] {
  if (!(Number.isInteger(period) && period > 0)) throw new RangeError(`${period} is no number of seasons.`);
  const seasons = Array.from({ length: period }, (): { x: number; y: number }[] => []);
  for (const [index, y] of values.entries())
    if (y !== null) seasons[index % period]!.push({ x: Math.floor(index / period), y });
  return seasons;
}

/** Var(S) = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18 over groups of t ties in any of the coordinates. */
export function kendallVariance(...coordinates: readonly (readonly number[])[]): number {
  const term = (count: number) => count * (count - 1) * (2 * count + 5);
  const ties = coordinates.flatMap(tieSizes).reduce((sum, count) => sum + term(count), 0);
  return (term(coordinates[0]?.length ?? 0) - ties) / 18;
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

function tiedPairs(values: readonly number[]): number {
  return tieSizes(values).reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

export function zScore(s: number, variance: number): number {
  return variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
}

const EXACT_BY_ITSELF = 10;
/** Beyond, counting takes seconds and differs from the normal distribution in the fourth digit only. */
const MOST_EXACT = 100;

function kendallScore(values: readonly number[]): number {
  let score = 0;
  for (let later = 1; later < values.length; later += 1)
    for (let earlier = 0; earlier < later; earlier += 1)
      score += Math.sign(values[later]! - values[earlier]!);
  return score;
}

/**
 * P(|S| ≥ |s|) over all orders of n values: S = n(n−1)/2 − 2 · inversions, and the inversions of n are those of n − 1
 * plus 0 to n − 1 more, each as likely.
 */
function exactP(s: number, n: number): number {
  let shares = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = Array<number>(shares.length + size - 1).fill(0);
    for (const [inversions, share] of shares.entries()) {
      for (let more = 0; more < size; more += 1) next[inversions + more]! += share / size;
    }
    shares = next;
  }
  const most = shares.length - 1;
  const extreme = shares.reduce(
    (sum, share, inversions) => sum + (Math.abs(most - 2 * inversions) >= Math.abs(s) ? share : 0),
    0,
  );
  return Math.min(1, extreme);
}
