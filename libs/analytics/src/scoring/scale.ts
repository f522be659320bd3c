import { greatestCommonDivisor } from '../common/fraction.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type ScoringScheme } from './answer.js';

/** Sums of 10,000 scores on the largest scale are still safe integers. */
const MAX_SCALE = Number.MAX_SAFE_INTEGER / 10_000;

export interface ScoreScale {
  readonly kind: 'scale';
  readonly denominator: number;
}

/**
 * The one denominator of every score of a framework version: the least number that makes each attainable score
 * (of a dimension or overall, with any questions left out, and with partial worth quarters) a whole numerator.
 * So numerators are added as integers, in SQL as here, and a mean is exact.
 *
 * With three questions of equal weight in each of five dimensions it is 4 · lcm(1, 2, 3) · lcm(1 … 5) = 1440.
 * Unavailable when weights are so uneven that it would pass 2^53 / 10,000; such a framework version is refused.
 */
export function scoreScale(
  scheme: ScoringScheme,
): ScoreScale | Unavailable<'no-question' | 'bad-weight' | 'weights-too-uneven'> {
  const weights = [...scheme.questions, ...scheme.dimensions].map(({ weight }) => weight);
  if (scheme.questions.length === 0 || scheme.dimensions.length === 0) return unavailable('no-question');
  if (weights.some((weight) => !Number.isInteger(weight) || weight < 1 || weight > 1000))
    return unavailable('bad-weight');
  const sums = new Set<number>();
  for (const { key } of scheme.dimensions) {
    const own = scheme.questions.filter(({ dimension }) => dimension === key);
    for (const sum of subsetSums(own.map(({ weight }) => weight))) sums.add(sum);
  }
  const withinDimension = leastCommonMultiple([...sums]);
  const acrossDimensions = leastCommonMultiple([...subsetSums(relativeWeights(scheme.dimensions))]);
  const denominator = 4 * withinDimension * acrossDimensions;
  return denominator > MAX_SCALE ? unavailable('weights-too-uneven') : { kind: 'scale', denominator };
}

/** Weights divided by what they have in common: five times 20 is five times 1. */
export function relativeWeights(weighted: readonly { readonly weight: number }[]): number[] {
  const common = weighted.reduce((divisor, { weight }) => greatestCommonDivisor(divisor, weight), 0);
  return weighted.map(({ weight }) => weight / common);
}

/** Every weight that some choice of applicable, answered questions can add up to. */
function subsetSums(weights: readonly number[]): Set<number> {
  const reached = new Set([0]);
  for (const weight of weights) for (const sum of [...reached]) reached.add(sum + weight);
  reached.delete(0);
  return reached;
}

/** Stops growing beyond MAX_SCALE, where the caller gives up anyway. */
function leastCommonMultiple(values: readonly number[]): number {
  return values.reduce(
    (multiple, value) =>
      multiple > MAX_SCALE ? multiple : (multiple / greatestCommonDivisor(multiple, value)) * value,
    1,
  );
}
