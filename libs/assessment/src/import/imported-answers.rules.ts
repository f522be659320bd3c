import { type Day } from '@pilotage/analytics';
import { type Framework } from '@pilotage/frameworks';
import { type AnswersOutcome, type ImportedAnswers } from '@pilotage/portfolio';
import { type AssessmentAnswer, type AssessmentId, EMPTY_ANSWER } from '../assessment/assessment.js';
import { type InheritanceSource, type SavedAnswer } from '../draft/draft.js';
import { draftAnswers } from '../draft/draft.rules.js';

/** The live assessment of an initiative on the day of the answers. */
export interface LiveAnswers {
  readonly id: AssessmentId;
  readonly asOfOn: Day;
  readonly frameworkVersion: number;
  readonly importId: string | null;
  readonly answers: readonly AssessmentAnswer[];
}

/** What becomes of the answers of a row: what people entered stays, and so does what another row of the import said. */
export function outcomeOf(
  { importId, frameworkVersion }: { readonly importId: string; readonly frameworkVersion: number },
  { answers }: Pick<ImportedAnswers, 'answers'>,
  live: LiveAnswers | null,
): AnswersOutcome {
  if (!live) return 'RECORDED';
  const given = live.answers.filter(({ isConfirmed }) => isConfirmed);
  const isSame =
    live.frameworkVersion === frameworkVersion &&
    given.length === answers.length &&
    answers.every(({ question, answer }) =>
      given.some(({ questionKey, value }) => questionKey === question && value === answer),
    );
  if (isSame) return 'UNCHANGED';
  return live.importId === null || live.importId === importId ? 'KEPT' : 'CORRECTED';
}

const NOTE_CHARACTERS = 4000;

/**
 * One answer per question, each with the row and the text it comes from as its note. To readiness the rules of its rounds
 * apply: what the organisation answers is inherited, and what is left open has its reason, which is the row.
 */
export function composed(
  framework: Framework,
  { answers, rowNumber }: Pick<ImportedAnswers, 'answers' | 'rowNumber'>,
  fileName: string,
  source: InheritanceSource | null,
): AssessmentAnswer[] {
  const origin = `From the file ${fileName}, row ${rowNumber}`;
  const given = new Map(
    answers.map(({ question, answer, text }): [string, SavedAnswer] => [
      question,
      {
        ...EMPTY_ANSWER,
        questionKey: question,
        value: answer,
        note: `${origin}: ${text}`.slice(0, NOTE_CHARACTERS),
        isTouched: true,
        revision: 0,
        updatedBy: null,
      },
    ]),
  );
  if (framework.kind === 'QUESTIONNAIRE')
    return framework.questions.map(({ key }) => {
      const { value, note } = given.get(key) ?? EMPTY_ANSWER;
      const isConfirmed = given.has(key);
      return { ...EMPTY_ANSWER, questionKey: key, value, note, inheritedFrom: null, isConfirmed };
    });
  return draftAnswers(framework, 'INITIATIVE', given, source, new Map()).map(
    ({ questionKey, value, note, actionRequired, evidence, inheritedFrom, mode }) => ({
      questionKey,
      value,
      note: note ?? (mode === 'OPEN' && value === null ? `${origin}.` : null),
      actionRequired,
      evidence,
      inheritedFrom,
      isConfirmed: given.has(questionKey),
    }),
  );
}
