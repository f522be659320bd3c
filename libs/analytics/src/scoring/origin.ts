import { type Answers, countAnswers, type ScoringScheme } from './answer.js';
import { type AssessmentScores, quartersOf, scoreQuestions } from './score.js';

/** One assessment split by who answers: the subject itself, or its unit or organisation for it. */
export interface ScoresByOrigin {
  readonly own: AssessmentScores;
  readonly inherited: AssessmentScores;
}

/**
 * The scores of the questions a subject answers itself and of those it inherits, each as if there were no others: a
 * dimension without a question of that origin is left out, and the overall score exists once every remaining one has
 * an answer. Both are over the denominator of the whole scheme, and their counts add up to those of the assessment.
 *
 * Throws RangeError on a weight that `scoreScale` refuses.
 */
export function scoreByOrigin(
  scheme: ScoringScheme,
  answers: Answers,
  inherited: ReadonlySet<string>,
): ScoresByOrigin {
  const scoresOf = (isInherited: boolean) =>
    scoreQuestions(
      scheme,
      scheme.questions.filter(({ key }) => inherited.has(key) === isInherited),
      {
        countsOf: (questions) => countAnswers(questions, answers),
        quartersOf: (key) => quartersOf(answers.get(key) ?? null),
      },
    );
  return { own: scoresOf(false), inherited: scoresOf(true) };
}
