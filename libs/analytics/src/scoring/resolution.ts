import { type Fraction, Rational } from '../common/fraction.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type Answers, type ScoringScheme } from './answer.js';
import { scoreScale } from './scale.js';
import { quartersOf, scoreAssessment } from './score.js';

/**
 * The most by which one step of one answer (No to Partial, or Partial to Yes) moves the overall score: the finest
 * difference the instrument can tell. W / ΣW · w / Σw · ½, greatest over the answered questions, where ΣW is over the
 * applicable dimensions and Σw over the answered questions of one. With 15 questions of equal weight in five
 * dimensions it is 3.33 points; where only one question of a dimension applies, 10.
 *
 * Throws RangeError on a weight that `scoreScale` refuses.
 */
export function largestAnswerStep(
  scheme: ScoringScheme,
  answers: Answers,
): Fraction | Unavailable<'no-overall-score'> {
  const { overall, dimensions } = scoreAssessment(scheme, answers);
  const scale = scoreScale(scheme);
  if (overall.score === null || scale.kind === 'unavailable') return unavailable('no-overall-score');
  const applies = new Set(
    dimensions.filter(({ counts }) => counts.applicable > 0).map(({ dimension }) => dimension),
  );
  const weighed = scheme.dimensions.filter(({ key }) => applies.has(key));
  const total = sumOf(weighed);
  const questions = Map.groupBy(
    scheme.questions.filter(({ key }) => typeof quartersOf(answers.get(key) ?? null) === 'number'),
    ({ dimension }) => dimension,
  );
  const steps = weighed.map(({ key, weight }) => {
    const answered = questions.get(key) ?? [];
    const heaviest = answered.reduce((most, question) => Math.max(most, question.weight), 0);
    return Rational.of(weight, total).times(Rational.of(heaviest, 2 * sumOf(answered)));
  });
  const largest = steps.reduce((most, step) => (step.isAtMost(most) ? most : step), Rational.zero);
  const { numerator, denominator } = largest.toFraction(scale.denominator);
  // Rounding can set two scores one unit further apart than they are, and the step half a unit too low.
  return { numerator: numerator + (scale.isExact ? 0 : 1), denominator };
}

/**
 * Whether two overall scores of one subject are "about the same": at most one answer step apart, where `step` is
 * `largestAnswerStep` of the earlier or the later round, whichever is greater. Finer differences are noise of the
 * instrument. Compared as fractions, so that a step is never missed by a rounding.
 */
export function isAboutTheSame(before: Fraction, after: Fraction, step: Fraction): boolean {
  const [low, high] = [before, after].map(rational).sort((a, b) => (a.isAtMost(b) ? -1 : 1));
  return high!.minus(low!).isAtMost(rational(step));
}

function rational({ numerator, denominator }: Fraction): Rational {
  return Rational.of(numerator, denominator);
}

function sumOf(weighted: readonly { readonly weight: number }[]): number {
  return weighted.reduce((sum, { weight }) => sum + weight, 0);
}
