import { isAboveRounding, sumOf } from '../common/sum.js';
import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { normalQuantile } from '../probability/normal.js';

/** How uneven a metric is over deployments. */
export interface Variation {
  readonly kind: 'variation';
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation / mean. */
  readonly coefficient: number;
}

/** How evenly one metric comes out over deployments; one value per deployment, of a metric that is positive. */
export function variation(
  values: readonly number[],
): Variation | Unavailable<'fewer-than-two-values' | 'mean-not-positive'> {
  const n = values.length;
  if (n < 2) return unavailable('fewer-than-two-values');
  const mean = average(values);
  if (!isAboveRounding(mean, values)) return unavailable('mean-not-positive');
  return { kind: 'variation', n, mean, coefficient: Math.sqrt(sumOfSquares(values, mean) / (n - 1)) / mean };
}

/** How much more even one group is than another. */
export interface VariationRatio {
  readonly kind: 'ratio';
  readonly a: Variation;
  readonly b: Variation;
  /** CV of a / CV of b; 0.85 is 15 % more even. */
  readonly ratio: number;
  /** Bias-corrected logarithm of the ratio and its variance. */
  readonly logRatio: number;
  readonly variance: number;
  /** Of the bias-corrected ratio. */
  readonly interval: Interval;
}

/**
 * Two groups' coefficients of variation compared:
 * lnCVR = ln(CV_a / CV_b) + 1/(2(n_a−1)) − 1/(2(n_b−1)), V = Σ 1/(2(n−1)) + CV²/n.
 * Nakagawa et al. 2015, Methods Ecol. Evol. 6:143. For skewed metrics or below ten values use `clusterBootstrap`;
 * `too-uneven` where the interval would reach beyond all numbers.
 */
export function variationRatio(
  valuesA: readonly number[],
  valuesB: readonly number[],
  confidence = DEFAULT_CONFIDENCE,
): VariationRatio | Unavailable<'fewer-than-two-values' | 'mean-not-positive' | 'no-spread' | 'too-uneven'> {
  const [a, b] = [variation(valuesA), variation(valuesB)];
  if (a.kind === 'unavailable') return a;
  if (b.kind === 'unavailable') return b;
  if (a.coefficient === 0 || b.coefficient === 0) return unavailable('no-spread');
  const ratio = a.coefficient / b.coefficient;
  const logRatio = Math.log(ratio) + 1 / (2 * (a.n - 1)) - 1 / (2 * (b.n - 1));
  const variance = [a, b].reduce(
    (sum, { n, coefficient }) => sum + 1 / (2 * (n - 1)) + coefficient ** 2 / n,
    0,
  );
  const margin = normalQuantile(0.5 + confidence / 2) * Math.sqrt(variance);
  const high = Math.exp(logRatio + margin);
  if (high === Infinity) return unavailable('too-uneven');
  return {
    kind: 'ratio',
    a,
    b,
    ratio,
    logRatio,
    variance,
    interval: {
      kind: 'interval',
      low: Math.exp(logRatio - margin),
      high,
      confidence,
    },
  };
}

/** How two groups of deployments may be shown; the smaller one decides. */
export type VariationWording = 'values-only' | 'no-comparison' | 'indicative' | 'comparison';

/** From 5 deployments in the smaller group their coefficients are shown, from 10 compared, from 30 without "indicative". */
export function variationWording(deploymentsA: number, deploymentsB: number): VariationWording {
  const fewer = Math.min(deploymentsA, deploymentsB);
  if (fewer < 5) return 'values-only';
  if (fewer < 10) return 'no-comparison';
  return fewer < 30 ? 'indicative' : 'comparison';
}

/** The two sources of unevenness. */
export interface VarianceParts {
  readonly kind: 'parts';
  /** Over time within a deployment. */
  readonly within: number;
  /** Between deployments; 0 where the estimate would be negative. */
  readonly between: number;
}

/** Splits the variance of repeated values per deployment: one-way components, unbalanced (Searle 1971, ch. 10). */
export function varianceParts(
  deployments: readonly (readonly number[])[],
): VarianceParts | Unavailable<'too-few-values'> {
  const groups = deployments.filter((values) => values.length > 0);
  const n = groups.reduce((sum, values) => sum + values.length, 0);
  if (groups.length < 2 || n <= groups.length) return unavailable('too-few-values');
  const mean = average(groups.flat());
  const within = sumOf(groups.map((values) => sumOfSquares(values, average(values)))) / (n - groups.length);
  const spread =
    sumOf(groups.map((values) => values.length * (average(values) - mean) ** 2)) / (groups.length - 1);
  const size = (n - groups.reduce((sum, { length }) => sum + length ** 2, 0) / n) / (groups.length - 1);
  return { kind: 'parts', within, between: Math.max(0, (spread - within) / size) };
}

function average(values: readonly number[]): number {
  return sumOf(values) / values.length;
}

function sumOfSquares(values: readonly number[], mean: number): number {
  return sumOf(values.map((value) => (value - mean) ** 2));
}
