import { type Fraction } from '../common/fraction.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type Coverage } from './answer.js';
import { type AssessmentScores, type ScoreBounds, type ScoreRecord } from './score.js';

/** Which share of the applicable questions must be answered; house rule, set per organisation. */
export interface CoverageThresholds {
  /** From here on a score stands by itself. */
  readonly full: Fraction;
  /** Below this no score is shown; in between it is shown grey and with its bounds. */
  readonly least: Fraction;
}

/** House rule: a score from 60 % of the questions on, by itself from 80 %. */
export const DEFAULT_COVERAGE: CoverageThresholds = {
  full: { numerator: 80, denominator: 100 },
  least: { numerator: 60, denominator: 100 },
};

/** How a stored score may be shown. */
export type ScoreReading =
  | {
      readonly kind: 'scored';
      readonly emphasis: 'full' | 'grey';
      readonly score: Fraction;
      readonly bounds: ScoreBounds;
      readonly counts: Coverage;
    }
  | { readonly kind: 'too-few-answers'; readonly bounds: ScoreBounds; readonly counts: Coverage }
  | { readonly kind: 'no-applicable-question'; readonly counts: Coverage };

/** Applies the coverage thresholds. "Too few" is also an overall score that lacks a whole dimension. */
export function readScore(
  record: ScoreRecord<Coverage>,
  thresholds: CoverageThresholds = DEFAULT_COVERAGE,
): ScoreReading {
  const { counts, score, bounds } = record;
  if (bounds === null) return { kind: 'no-applicable-question', counts };
  const reaches = ({ numerator, denominator }: Fraction) =>
    counts.answered * denominator >= counts.applicable * numerator;
  if (score === null || !reaches(thresholds.least)) return { kind: 'too-few-answers', bounds, counts };
  return { kind: 'scored', emphasis: reaches(thresholds.full) ? 'full' : 'grey', score, bounds, counts };
}

/** Answered / applicable questions, 0 to 1. */
export function coverageOf(counts: Coverage): number | Unavailable<'no-applicable-question'> {
  return counts.applicable === 0
    ? unavailable('no-applicable-question')
    : counts.answered / counts.applicable;
}

/** What an average would hide. */
export interface WeakestDimension {
  readonly kind: 'weakest';
  /** More than one on a tie, in the scheme's order. */
  readonly dimensions: readonly string[];
  readonly score: Fraction;
}

/** The lowest dimension score, to stand beside the average: an average lets a strong dimension hide a weak one. */
export function weakestDimension(
  scores: AssessmentScores<Coverage>,
): WeakestDimension | Unavailable<'no-answer'> {
  const scored = scores.dimensions.flatMap(({ dimension, score }) => (score ? [{ dimension, score }] : []));
  const least = scored.reduce<Fraction | null>(
    (lowest, { score }) => (lowest === null || score.numerator < lowest.numerator ? score : lowest),
    null,
  );
  if (least === null) return unavailable('no-answer');
  const dimensions = scored.filter(({ score }) => score.numerator === least.numerator);
  return { kind: 'weakest', dimensions: dimensions.map(({ dimension }) => dimension), score: least };
}
