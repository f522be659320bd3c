import { type Fraction } from '../common/fraction.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type Answers, type ScoringScheme } from './answer.js';
import { scoreAssessment } from './score.js';

/** The overall score with PARTIAL worth a quarter, a half and three quarters of a Yes. */
export interface Sensitivity {
  readonly kind: 'sensitivity';
  readonly quarter: Fraction;
  readonly half: Fraction;
  readonly threeQuarters: Fraction;
}

/** How much an overall score hangs on what a Partial is worth. */
export function sensitivity(
  scheme: ScoringScheme,
  answers: Answers,
): Sensitivity | Unavailable<'no-overall-score'> {
  const quarter = scoreAssessment(scheme, answers, 1).overall.score;
  const half = scoreAssessment(scheme, answers, 2).overall.score;
  const threeQuarters = scoreAssessment(scheme, answers, 3).overall.score;
  if (!quarter || !half || !threeQuarters) return unavailable('no-overall-score');
  return { kind: 'sensitivity', quarter, half, threeQuarters };
}

/** True when two subjects of one framework version change places, or draw level, with the worth of a Partial. */
export function orderFlips(a: Sensitivity, b: Sensitivity): boolean {
  const signs = (['quarter', 'half', 'threeQuarters'] as const).map((worth) =>
    Math.sign(a[worth].numerator - b[worth].numerator),
  );
  return new Set(signs).size > 1;
}
