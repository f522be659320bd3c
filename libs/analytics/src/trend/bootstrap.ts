import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { normalCdf, normalQuantile } from '../probability/normal.js';
import { tailOf } from '../probability/tail.js';
import { seededRandom } from './random.js';

/** What is resampled, how often and by which chance. */
export interface BootstrapOptions<Cluster> {
  /** Tells clusters apart; they are put in its order, so that the interval does not depend on theirs. */
  readonly keyOf: (cluster: Cluster) => string;
  /** Stored with the result: the same seed gives the same interval. */
  readonly seed: number;
  readonly replicates?: number;
  readonly confidence?: number;
  /** Resample within groups, so that each keeps its size. */
  readonly stratumOf?: (cluster: Cluster) => string;
  /** `percentile` for medians and quantiles, `bca` (bias corrected, accelerated) for means and ratios. */
  readonly method?: 'percentile' | 'bca';
}

type Statistic<Cluster> = (sample: readonly Cluster[]) => number | null;

/** More resamples without a value than this, and the rest would be a selection. */
const MOST_UNDEFINED = 0.05;

/**
 * An interval by resampling whole initiatives with all their rows: what depends on each other within an initiative
 * (carried-forward quarters above all) stays together. `statistic` returns null where it does not exist; NaN and
 * infinities count as null. Throws RangeError for two clusters of one key and for fewer than one replicate.
 * Efron & Tibshirani 1993, ch. 14; Davison & Hinkley 1997, ch. 5.
 */
export function clusterBootstrap<Cluster>(
  clusters: readonly Cluster[],
  statistic: Statistic<Cluster>,
  options: BootstrapOptions<Cluster>,
): Interval | Unavailable<'fewer-than-two-clusters' | 'no-estimate' | 'too-often-undefined' | 'too-skewed'> {
  const { keyOf, seed, replicates = 2000, confidence = DEFAULT_CONFIDENCE, method = 'percentile' } = options;
  if (!(Number.isInteger(replicates) && replicates >= 1))
    throw new RangeError(`A bootstrap needs at least one replicate, not ${replicates}.`);
  const tail = tailOf(confidence);
  if (clusters.length < 2) return unavailable('fewer-than-two-clusters');
  const sorted = inOrderOfKeys(clusters, keyOf);
  const finite: Statistic<Cluster> = (sample) => {
    const value = statistic(sample);
    return value !== null && Number.isFinite(value) ? value : null;
  };
  const estimate = finite(sorted);
  if (estimate === null) return unavailable('no-estimate');
  const strata = [...Map.groupBy(sorted, options.stratumOf ?? (() => '')).values()];
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const value = finite(strata.flatMap((own) => own.map(() => own[Math.floor(random() * own.length)]!)));
    if (value !== null) values.push(value);
  }
  if (values.length < (1 - MOST_UNDEFINED) * replicates) return unavailable('too-often-undefined');
  values.sort((a, b) => a - b);
  const levels =
    method === 'bca'
      ? acceleratedLevels(values, estimate, acceleration(strata, finite), tail)
      : [tail, 1 - tail];
  if (levels === null) return unavailable('too-skewed');
  const [low, high] = levels.map((level) => quantile(values, level));
  return { kind: 'interval', low: low!, high: high!, confidence };
}

function inOrderOfKeys<Cluster>(
  clusters: readonly Cluster[],
  keyOf: (cluster: Cluster) => string,
): Cluster[] {
  const keyed = clusters.map((cluster) => ({ key: keyOf(cluster), cluster }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const twice = keyed.find(({ key }, index) => key === keyed[index - 1]?.key);
  if (twice)
    throw new RangeError(`Two clusters have the key ${twice.key}: rows of one initiative are one cluster.`);
  return keyed.map(({ cluster }) => cluster);
}

/**
 * The percentiles that BCa reads instead of tail and 1 − tail; null where one cluster weighs so much that the
 * correction turns around.
 */
function acceleratedLevels(
  values: readonly number[],
  estimate: number,
  skewness: number,
  tail: number,
): number[] | null {
  const below =
    values.filter((value) => value < estimate).length +
    values.filter((value) => value === estimate).length / 2;
  const bias = normalQuantile(
    Math.min(Math.max(below / values.length, 0.5 / values.length), 1 - 0.5 / values.length),
  );
  const shifts = [bias + normalQuantile(tail), bias - normalQuantile(tail)];
  if (shifts.some((shift) => 1 - skewness * shift <= 0)) return null;
  return shifts.map((shift) => normalCdf(bias + shift / (1 - skewness * shift)));
}

/**
 * A sixth of the skewness of the clusters' influences, by leaving out one at a time: each influence is taken within
 * its stratum of n and weighs 1/n.
 */
function acceleration<Cluster>(
  strata: readonly (readonly Cluster[])[],
  statistic: Statistic<Cluster>,
): number {
  const influences = strata.flatMap((own, stratum) => {
    const others = (left: number) =>
      strata.flatMap((each, index) => (index === stratum ? each.toSpliced(left, 1) : each));
    const leftOut = own.flatMap((_, left) => statistic(others(left)) ?? []);
    const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
    return leftOut.map((value) => ((own.length - 1) * (mean - value)) / own.length);
  });
  const largest = influences.reduce((most, influence) => Math.max(most, Math.abs(influence)), 0);
  if (largest === 0) return 0;
  // In units of the largest, or squares of small figures would round to 0.
  const squares = influences.reduce((sum, influence) => sum + (influence / largest) ** 2, 0);
  const cubes = influences.reduce((sum, influence) => sum + (influence / largest) ** 3, 0);
  return cubes / (6 * squares ** 1.5);
}

/** Linear between order statistics (type 7). */
function quantile(sorted: readonly number[], p: number): number {
  const position = p * (sorted.length - 1);
  const [lower, upper] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!];
  return lower + (upper - lower) * (position - Math.floor(position));
}
