import { median } from '../common/median.js';
import { sumOf } from '../common/sum.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type ProportionInterval, wilsonInterval } from '../probability/proportion.js';

/* How evenly a metric comes out where the coefficient of variation misleads: near 0 or 1, or with outliers. */

/**
 * Sample standard deviation of ln(p / (1 − p)), for shares strictly between 0 and 1 (accuracy, AUC): near 1 a step from
 * 0.98 to 0.99 is as large as one from 0.90 to 0.95.
 */
export function logitSpread(
  shares: readonly number[],
): number | Unavailable<'fewer-than-two-values' | 'not-inside-0-and-1'> {
  if (shares.length < 2) return unavailable('fewer-than-two-values');
  if (!shares.every((share) => share > 0 && share < 1)) return unavailable('not-inside-0-and-1');
  const logits = shares.map((share) => Math.log(share / (1 - share)));
  const mean = sumOf(logits) / logits.length;
  return Math.sqrt(sumOf(logits.map((logit) => (logit - mean) ** 2)) / (logits.length - 1));
}

/** How many deployments meet their target. */
export interface ShareWithin {
  readonly kind: 'share-within';
  readonly n: number;
  readonly within: number;
  readonly share: number;
  readonly interval: ProportionInterval;
}

/** The share of deployments within ± `tolerance` (a part of the target, 5 % unless told otherwise) of their target. */
export function shareWithin(
  deployments: readonly { readonly value: number; readonly target: number }[],
  tolerance = 0.05,
): ShareWithin | Unavailable<'no-deployment'> {
  const n = deployments.length;
  if (n === 0) return unavailable('no-deployment');
  // A value at the edge, such as 0.95 of a target of 1, is within: rounding must not put it outside.
  const within = deployments.filter(
    ({ value, target }) => Math.abs(value - target) <= Math.abs(target) * tolerance * (1 + 1e-9),
  ).length;
  return { kind: 'share-within', n, within, share: within / n, interval: wilsonInterval(within, n) };
}

/** Median absolute deviation from the median / median (not scaled to a normal distribution): one outlier does not move it. */
export function robustVariation(
  values: readonly number[],
): number | Unavailable<'fewer-than-two-values' | 'median-not-positive'> {
  if (values.length < 2) return unavailable('fewer-than-two-values');
  const centre = median(values);
  const spread = median(values.map((value) => Math.abs(value - centre))) / centre;
  return centre > 0 && Number.isFinite(spread) ? spread : unavailable('median-not-positive');
}
