import { type Fraction } from '../common/fraction.js';
import {
  type AnswerCounts,
  type Answers,
  countAnswers,
  type ScoredQuestion,
  type ScoringScheme,
} from './answer.js';
import { relativeWeights, scoreScale } from './scale.js';

/**
 * One score as it is stored: integers only. All fractions of one framework version share their denominator.
 * `score` is null where nothing stands for it; `bounds` are null where no question applies.
 */
export interface ScoreRecord {
  readonly counts: AnswerCounts;
  readonly score: Fraction | null;
  readonly bounds: ScoreBounds | null;
}

/** The score if every unanswered question were a No, and if every one were a Yes. */
export interface ScoreBounds {
  readonly low: Fraction;
  readonly high: Fraction;
}

export interface DimensionScoreRecord extends ScoreRecord {
  readonly dimension: string;
}

export interface AssessmentScores {
  /** Average of the dimension scores; null until every applicable dimension has an answer. */
  readonly overall: ScoreRecord;
  /** In the scheme's order. */
  readonly dimensions: readonly DimensionScoreRecord[];
}

/** What PARTIAL is worth, in quarters of a Yes. 2 is the definition; 1 and 3 serve `sensitivity`. */
export type PartialQuarters = 1 | 2 | 3;

/**
 * Scores one assessment: per dimension Σ weight · value / Σ weight over answered questions with Yes 1, Partial 1/2,
 * No 0, and overall the weighted average of the dimensions (not of the answers: the two differ as soon as one
 * question does not apply). Not applicable leaves score and coverage; unanswered leaves the score and lowers coverage.
 *
 * Throws RangeError on a scheme that `scoreScale` refuses.
 */
export function scoreAssessment(
  scheme: ScoringScheme,
  answers: Answers,
  partial: PartialQuarters = 2,
): AssessmentScores {
  const scale = scoreScale(scheme);
  if (scale.kind === 'unavailable') throw new RangeError(`This framework cannot be scored: ${scale.reason}.`);
  const { denominator } = scale;
  const weights = relativeWeights(scheme.dimensions);
  const dimensions = scheme.dimensions.map(({ key }, index) => {
    const questions = scheme.questions.filter(({ dimension }) => dimension === key);
    return {
      weight: weights[index] ?? 0,
      record: scoreDimension(key, questions, answers, partial, denominator),
    };
  });
  const applicable = dimensions.filter(({ record }) => record.counts.applicable > 0);
  const average = (pick: (record: ScoreRecord) => Fraction | null | undefined): Fraction | null => {
    const totalWeight = applicable.reduce((sum, { weight }) => sum + weight, 0);
    let numerator = 0;
    for (const { weight, record } of applicable) {
      const part = pick(record);
      if (!part) return null;
      numerator += (part.numerator / totalWeight) * weight;
    }
    return totalWeight === 0 ? null : { numerator, denominator };
  };
  const low = average(({ bounds }) => bounds?.low);
  const high = average(({ bounds }) => bounds?.high);
  return {
    overall: {
      counts: countAnswers(scheme.questions, answers),
      score: average(({ score }) => score),
      bounds: low && high && { low, high },
    },
    dimensions: dimensions.map(({ record }) => record),
  };
}

function scoreDimension(
  dimension: string,
  questions: readonly ScoredQuestion[],
  answers: Answers,
  partial: PartialQuarters,
  denominator: number,
): DimensionScoreRecord {
  let quarters = 0;
  let answered = 0;
  let applicable = 0;
  for (const { key, weight } of questions) {
    const answer = answers.get(key) ?? null;
    if (answer === 'NOT_APPLICABLE') continue;
    applicable += weight;
    if (answer === null) continue;
    answered += weight;
    quarters += weight * (answer === 'YES' ? 4 : answer === 'PARTIAL' ? partial : 0);
  }
  // The scale is a multiple of 4 · weight, so the division leaves a whole number.
  const fraction = (value: number, weight: number): Fraction => ({
    numerator: (denominator / (4 * weight)) * value,
    denominator,
  });
  return {
    dimension,
    counts: countAnswers(questions, answers),
    score: answered === 0 ? null : fraction(quarters, answered),
    bounds:
      applicable === 0
        ? null
        : {
            low: fraction(quarters, applicable),
            high: fraction(quarters + 4 * (applicable - answered), applicable),
          },
  };
}
