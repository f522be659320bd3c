import { greatestCommonDivisor } from '../common/fraction.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type ScoringScheme } from './answer.js';

/** Scores are kept as 32-bit integers. */
const MAX_SCALE = 2 ** 31 - 1;
/** No number up to MAX_SCALE has more. */
const MOST_DIVISORS = 1536;
/** 8 · lcm(1 … 22): holds most fractions of small numbers exactly, and rounds the others by less than 3e-8 points. */
const ROUNDED_SCALE = 1_862_340_480;

/** What the scores of one framework version have in common. */
export interface ScoreScale {
  readonly kind: 'scale';
  readonly denominator: number;
  /** False where numerators are rounded to the nearest whole one, since no 32-bit denominator fits every score. */
  readonly isExact: boolean;
}

/**
 * The one denominator of every score of a framework version: the least number that makes each attainable score
 * (of a dimension or overall, with any questions left out, and with partial worth quarters) a whole numerator.
 * So numerators are added as integers, in SQL as here, and a mean is exact.
 *
 * With three questions of equal weight in each of five dimensions it is 4 · lcm(1, 2, 3) · lcm(1 … 5) = 1440.
 * Where weights are so uneven, or questions so many, that it would pass 2^31 − 1, it is 1,862,340,480 and each score
 * is rounded once. Unavailable without a question, or when a weight is no whole number from 1 to 1000.
 */
export function scoreScale(scheme: ScoringScheme): ScoreScale | Unavailable<'no-question' | 'bad-weight'> {
  const weights = [...scheme.questions, ...scheme.dimensions].map(({ weight }) => weight);
  if (scheme.questions.length === 0 || scheme.dimensions.length === 0) return unavailable('no-question');
  if (weights.some((weight) => !Number.isInteger(weight) || weight < 1 || weight > 1000))
    return unavailable('bad-weight');
  const questions = Map.groupBy(scheme.questions, ({ dimension }) => dimension);
  let withinDimension = 1;
  for (const { key } of scheme.dimensions) {
    const own = (questions.get(key) ?? []).map(({ weight }) => weight);
    withinDimension = multipleOfSums(own, withinDimension);
  }
  const denominator = 4 * withinDimension * multipleOfSums(relativeWeights(scheme.dimensions), 1);
  return denominator > MAX_SCALE
    ? { kind: 'scale', denominator: ROUNDED_SCALE, isExact: false }
    : { kind: 'scale', denominator, isExact: true };
}

/** Weights divided by what they have in common: five times 20 is five times 1. */
export function relativeWeights(weighted: readonly { readonly weight: number }[]): number[] {
  const common = weighted.reduce((divisor, { weight }) => greatestCommonDivisor(divisor, weight), 0);
  return weighted.map(({ weight }) => weight / common);
}

/**
 * The least common multiple of `start` and of every weight that some choice of the questions can add up to; beyond
 * MAX_SCALE, where the caller gives up anyway, any number that is.
 */
function multipleOfSums(weights: readonly number[], start: number): number {
  const reached = new Set([0]);
  for (const weight of weights) {
    for (const sum of [...reached]) reached.add(sum + weight);
    if (reached.size > MOST_DIVISORS + 1) return MAX_SCALE + 1;
  }
  reached.delete(0);
  let multiple = start;
  for (const sum of reached) {
    if (multiple > MAX_SCALE) break;
    multiple = (multiple / greatestCommonDivisor(multiple, sum)) * sum;
  }
  return multiple;
}
