import { type Fraction, Rational } from '../common/fraction.js';
import {
  type AnswerCounts,
  type Answers,
  countAnswers,
  type Coverage,
  type ScoredQuestion,
  type ScoringScheme,
} from './answer.js';
import { relativeWeights, scoreScale } from './scale.js';

/**
 * One score as it is stored: integers only. All fractions of one framework version share their denominator.
 * `score` is null where nothing stands for it; `bounds` are null where no question applies.
 */
export interface ScoreRecord<Counts extends Coverage = AnswerCounts> {
  readonly counts: Counts;
  readonly score: Fraction | null;
  readonly bounds: ScoreBounds | null;
}

/** The score if every unanswered question were a No, and if every one were a Yes. */
export interface ScoreBounds {
  readonly low: Fraction;
  readonly high: Fraction;
}

/** The score of one dimension, as it is stored. */
export interface DimensionScoreRecord<Counts extends Coverage = AnswerCounts> extends ScoreRecord<Counts> {
  readonly dimension: string;
}

/** All scores of one round of answers. */
export interface AssessmentScores<Counts extends Coverage = AnswerCounts> {
  /** Average of the dimension scores; null until every applicable dimension has an answer. */
  readonly overall: ScoreRecord<Counts>;
  /** In the scheme's order. */
  readonly dimensions: readonly DimensionScoreRecord<Counts>[];
}

/** What PARTIAL is worth, in quarters of a Yes. 2 is the definition; 1 and 3 serve `sensitivity`. */
export type PartialQuarters = 1 | 2 | 3;

/**
 * Scores one assessment: per dimension Σ weight · value / Σ weight over answered questions with Yes 1, Partial 1/2,
 * No 0, and overall the weighted average of the dimensions (not of the answers: the two differ as soon as one
 * question does not apply). Not applicable leaves score and coverage; unanswered leaves the score and lowers coverage.
 * A scheme without questions has no score.
 *
 * Throws RangeError on a weight that `scoreScale` refuses.
 */
export function scoreAssessment(
  scheme: ScoringScheme,
  answers: Answers,
  partial: PartialQuarters = 2,
): AssessmentScores {
  return scoreQuestions(scheme, scheme.questions, {
    countsOf: (questions) => countAnswers(questions, answers),
    quartersOf: (key) => quartersOf(answers.get(key) ?? null, partial),
  });
}

/** What one answer is worth in quarters of a Yes; null for none. */
export type Quarters = number | null | 'not-applicable';

export function quartersOf(answer: ReturnType<Answers['get']>, partial: PartialQuarters = 2): Quarters {
  switch (answer) {
    case 'YES':
      return 4;
    case 'PARTIAL':
      return partial;
    case 'NO':
      return 0;
    case 'NOT_APPLICABLE':
      return 'not-applicable';
    default:
      return null;
  }
}

/** The scores of some of a scheme's questions, over the scheme's denominator. */
export function scoreQuestions<Counts extends Coverage>(
  scheme: ScoringScheme,
  questions: readonly ScoredQuestion[],
  reading: {
    readonly countsOf: (questions: readonly ScoredQuestion[]) => Counts;
    readonly quartersOf: (key: string) => Quarters;
  },
): AssessmentScores<Counts> {
  const scale = scoreScale(scheme);
  if (scale.kind === 'unavailable' && scale.reason === 'bad-weight')
    throw new RangeError(`This framework cannot be scored: ${scale.reason}.`);
  const denominator = scale.kind === 'scale' ? scale.denominator : 1;
  const weights = relativeWeights(scheme.dimensions);
  const byDimension = Map.groupBy(questions, ({ dimension }) => dimension);
  const dimensions = scheme.dimensions.map(({ key }, index) => {
    const own = byDimension.get(key) ?? [];
    return {
      key,
      weight: Rational.of(weights[index] ?? 0),
      counts: reading.countsOf(own),
      ...dimensionShares(own, reading.quartersOf),
    };
  });
  const applicable = dimensions.filter(({ low }) => low !== null);
  const average = (of: 'score' | 'low' | 'high'): Rational | null => {
    if (applicable.length === 0 || applicable.some((each) => each[of] === null)) return null;
    const sum = applicable.reduce(
      (total, { weight, [of]: share }) => total.plus(weight.times(share ?? Rational.zero)),
      Rational.zero,
    );
    return sum.over(applicable.reduce((total, { weight }) => total.plus(weight), Rational.zero));
  };
  const record = (counts: Counts, { score, low, high }: Shares): ScoreRecord<Counts> => ({
    counts,
    score: score && score.toFraction(denominator),
    bounds: low && high && { low: low.toFraction(denominator), high: high.toFraction(denominator) },
  });
  return {
    overall: record(reading.countsOf(questions), {
      score: average('score'),
      low: average('low'),
      high: average('high'),
    }),
    dimensions: dimensions.map(({ key, counts, ...shares }) => ({
      dimension: key,
      ...record(counts, shares),
    })),
  };
}

interface Shares {
  readonly score: Rational | null;
  readonly low: Rational | null;
  readonly high: Rational | null;
}

function dimensionShares(
  questions: readonly ScoredQuestion[],
  quartersOf: (key: string) => Quarters,
): Shares {
  let quarters = 0;
  let answered = 0;
  let applicable = 0;
  for (const { key, weight } of questions) {
    const worth = quartersOf(key);
    if (worth === 'not-applicable') continue;
    applicable += weight;
    if (worth === null) continue;
    answered += weight;
    quarters += weight * worth;
  }
  return {
    score: answered === 0 ? null : Rational.of(quarters, 4 * answered),
    low: applicable === 0 ? null : Rational.of(quarters, 4 * applicable),
    high: applicable === 0 ? null : Rational.of(quarters + 4 * (applicable - answered), 4 * applicable),
  };
}
