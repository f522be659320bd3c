import { medianOfSorted } from '../common/median.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type OrdinalAgreement, ordinalAgreement } from './agreement.js';
import { type Answers, type Coverage, type ScoringScheme } from './answer.js';
import { type AssessmentScores, type Quarters, quartersOf, scoreQuestions } from './score.js';

/** One question as several people answered it. */
export interface PanelQuestion {
  readonly key: string;
  /** How many said Yes, Partial or No. */
  readonly raters: number;
  /** How many said that it does not apply. */
  readonly notApplicable: number;
  /** The median answer and the range, worth 0 (No), ½ (Partial) to 1 (Yes); null when nobody said any of them. */
  readonly spread: { readonly median: number; readonly low: number; readonly high: number } | null;
}

/** One subject as several people rated it. */
export interface PanelReading {
  readonly kind: 'panel';
  /** Those who answered at least one question Yes, Partial or No. */
  readonly raters: number;
  /** In the scheme's order. */
  readonly questions: readonly PanelQuestion[];
  /** Keys of the questions that one answered Yes and another No. */
  readonly opposed: readonly string[];
  /** From `MIN_OPPOSED_FOR_FINDING` opposed questions on: people do not share the picture, whatever the score. */
  readonly isAlignmentFinding: boolean;
  readonly agreement: OrdinalAgreement | Unavailable<'too-few-raters' | 'too-few-questions' | 'no-spread'>;
  /** Scored from the median answers. */
  readonly scores: AssessmentScores<Coverage>;
}

/** House rule: from this many Yes-against-No questions on, that is a finding by itself. */
export const MIN_OPPOSED_FOR_FINDING = 3;
/** House rule: with fewer questions that two people answered, no agreement statistic is given. */
export const MIN_QUESTIONS_FOR_AGREEMENT = 10;

/**
 * Reads the answers of several raters to one scheme: per question the median (between two middle answers their mean)
 * and the range, how far the raters agree, and the scores of the medians. A question does not apply when nobody
 * answered it and somebody said so. Neither the order of the raters nor of the questions changes a figure.
 *
 * Throws RangeError on a weight that `scoreScale` refuses.
 */
export function readPanel(
  scheme: ScoringScheme,
  raters: readonly Answers[],
): PanelReading | Unavailable<'nobody-answered'> {
  const sheets = raters.map((answers) =>
    scheme.questions.map(({ key }) => quartersOf(answers.get(key) ?? null)),
  );
  const active = sheets.filter((sheet) => sheet.some(isRating)).length;
  if (active === 0) return unavailable('nobody-answered');
  const rated = scheme.questions.map(({ key }, index) => {
    const said = sheets.map((sheet) => sheet[index] ?? null);
    return { key, ratings: said.filter(isRating).sort((a, b) => a - b), said };
  });
  // Whole numbers of quarters again, since answers are worth 0, 2 or 4 of them.
  const medians = new Map<string, Quarters>(
    rated.map(({ key, ratings, said }) => [
      key,
      ratings.length > 0
        ? medianOfSorted(ratings)
        : said.includes('not-applicable')
          ? 'not-applicable'
          : null,
    ]),
  );
  const opposed = rated.filter(({ ratings }) => ratings[0] === 0 && ratings.at(-1) === 4);
  return {
    kind: 'panel',
    raters: active,
    questions: rated.map(({ key, ratings, said }) => ({
      key,
      raters: ratings.length,
      notApplicable: said.filter((each) => each === 'not-applicable').length,
      spread: spreadOf(ratings),
    })),
    opposed: opposed.map(({ key }) => key),
    isAlignmentFinding: opposed.length >= MIN_OPPOSED_FOR_FINDING,
    agreement: agreementOf(
      active,
      rated.map(({ ratings }) => ratings),
    ),
    scores: scoreQuestions(scheme, scheme.questions, {
      quartersOf: (key) => medians.get(key) ?? null,
      countsOf: (questions) => {
        const values = questions.map(({ key }) => medians.get(key) ?? null);
        return {
          answered: values.filter(isRating).length,
          applicable: values.filter((value) => value !== 'not-applicable').length,
        };
      },
    }),
  };
}

function agreementOf(raters: number, questions: readonly (readonly number[])[]): PanelReading['agreement'] {
  if (raters < 2) return unavailable('too-few-raters');
  const twice = questions.filter((ratings) => ratings.length >= 2);
  if (twice.length < MIN_QUESTIONS_FOR_AGREEMENT) return unavailable('too-few-questions');
  const agreement = ordinalAgreement(twice);
  return agreement.kind === 'agreement' ? agreement : unavailable('no-spread');
}

function spreadOf(sorted: readonly number[]): PanelQuestion['spread'] {
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low === undefined || high === undefined
    ? null
    : { median: medianOfSorted(sorted) / 4, low: low / 4, high: high / 4 };
}

function isRating(value: Quarters): value is number {
  return typeof value === 'number';
}
