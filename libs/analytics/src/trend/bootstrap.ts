import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { normalCdf, normalQuantile } from '../probability/normal.js';
import { seededRandom } from './random.js';

export interface BootstrapOptions<Cluster> {
  /** Stored with the result: the same seed gives the same interval. */
  readonly seed: number;
  readonly replicates?: number;
  readonly confidence?: number;
  /** Resample within groups, so that each keeps its size. */
  readonly stratumOf?: (cluster: Cluster) => string;
  /** `percentile` for medians and quantiles, `bca` (bias corrected, accelerated) for means and ratios. */
  readonly method?: 'percentile' | 'bca';
}

/** More resamples without a value than this, and the rest would be a selection. */
const MOST_UNDEFINED = 0.05;

/**
 * An interval by resampling whole initiatives with all their rows: what depends on each other within an initiative
 * (carried-forward quarters above all) stays together. `statistic` returns null where it does not exist.
 * Efron & Tibshirani 1993, ch. 14; Davison & Hinkley 1997.
 */
export function clusterBootstrap<Cluster>(
  clusters: readonly Cluster[],
  statistic: (sample: readonly Cluster[]) => number | null,
  options: BootstrapOptions<Cluster>,
): Interval | Unavailable<'fewer-than-two-clusters' | 'no-estimate' | 'too-often-undefined'> {
  const { seed, replicates = 2000, confidence = DEFAULT_CONFIDENCE, method = 'percentile' } = options;
  if (clusters.length < 2) return unavailable('fewer-than-two-clusters');
  const estimate = statistic(clusters);
  if (estimate === null) return unavailable('no-estimate');
  const strata = Map.groupBy(clusters, options.stratumOf ?? (() => ''));
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const sample = [...strata.values()].flatMap((own) =>
      own.map(() => own[Math.floor(random() * own.length)]!),
    );
    const value = statistic(sample);
    if (value !== null) values.push(value);
  }
  if (values.length < (1 - MOST_UNDEFINED) * replicates) return unavailable('too-often-undefined');
  values.sort((a, b) => a - b);
  const tail = (1 - confidence) / 2;
  const levels: [number, number] =
    method === 'bca' ? accelerated(values, estimate, jackknife(clusters, statistic), tail) : [tail, 1 - tail];
  return {
    kind: 'interval',
    low: quantile(values, levels[0]),
    high: quantile(values, levels[1]),
    confidence,
  };
}

/** The percentiles that BCa reads instead of tail and 1 − tail. */
function accelerated(
  values: readonly number[],
  estimate: number,
  leftOut: readonly number[],
  tail: number,
): [number, number] {
  const below =
    values.filter((value) => value < estimate).length +
    values.filter((value) => value === estimate).length / 2;
  const bias = normalQuantile(
    Math.min(Math.max(below / values.length, 0.5 / values.length), 1 - 0.5 / values.length),
  );
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / Math.max(1, leftOut.length);
  const squares = leftOut.reduce((sum, value) => sum + (mean - value) ** 2, 0);
  const cubes = leftOut.reduce((sum, value) => sum + (mean - value) ** 3, 0);
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
  const level = (p: number) => {
    const shifted = bias + normalQuantile(p);
    return normalCdf(bias + shifted / (1 - acceleration * shifted));
  };
  return [level(tail), level(1 - tail)];
}

function jackknife<Cluster>(
  clusters: readonly Cluster[],
  statistic: (sample: readonly Cluster[]) => number | null,
): number[] {
  return clusters.flatMap((_, left) => statistic(clusters.filter((_cluster, index) => index !== left)) ?? []);
}

/** Linear between order statistics (type 7). */
function quantile(sorted: readonly number[], p: number): number {
  const position = p * (sorted.length - 1);
  const [lower, upper] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!];
  return lower + (upper - lower) * (position - Math.floor(position));
}
