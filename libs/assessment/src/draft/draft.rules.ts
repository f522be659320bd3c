import { type ReadinessFramework, type Question } from '@pilotage/frameworks';
import {
  type AnswerContent,
  type AssessmentAnswer,
  EMPTY_ANSWER,
  type SubjectKind,
} from '../assessment/assessment.js';
import { type AnswerMode, type DraftedAnswer, type InheritanceSource, type SavedAnswer } from './draft.js';

/** The organisation and its units are asked everything; an initiative inherits what only the organisation is asked. */
export function answerMode(subjectKind: SubjectKind, scope: Question['scope']): AnswerMode {
  return subjectKind === 'INITIATIVE' && scope === 'ORGANISATION' ? 'INHERITED' : 'OPEN';
}

/** What a draft shows for each question of its framework: the saved answer, else the inherited value, else nothing. */
export function draftAnswers(
  framework: ReadinessFramework,
  subjectKind: SubjectKind,
  saved: ReadonlyMap<string, SavedAnswer>,
  source: InheritanceSource | null,
  previous: ReadonlyMap<string, AssessmentAnswer>,
): DraftedAnswer[] {
  return framework.questions.map(({ key, scope }) => {
    const mode = answerMode(subjectKind, scope);
    const own = mode === 'OPEN' ? saved.get(key) : undefined;
    const inherited = scope === 'INITIATIVE' ? null : (source?.answers.get(key)?.value ?? null);
    const value = own ? own.value : inherited;
    return {
      ...EMPTY_ANSWER,
      questionKey: key,
      isTouched: false,
      revision: 0,
      updatedBy: null,
      ...own,
      value,
      mode,
      inherited,
      inheritedFrom: value !== null && value === inherited ? (source?.assessmentId ?? null) : null,
      isOverride: inherited !== null && value !== inherited,
      previous: previous.get(key) ?? null,
    };
  });
}

/**
 * What a new draft starts from. Own answers of the last round are carried forward and stay unconfirmed until somebody
 * touches them; inherited ones are not, since what is in force may have changed. A correction starts from the answers
 * it corrects, which were confirmed.
 */
export function startingAnswers(
  framework: ReadinessFramework,
  subjectKind: SubjectKind,
  from: readonly AssessmentAnswer[],
  isCorrection: boolean,
): (AnswerContent & { questionKey: string; isTouched: boolean })[] {
  const open = framework.questions.filter(({ scope }) => answerMode(subjectKind, scope) === 'OPEN');
  return from
    .filter(({ questionKey }) => open.some(({ key }) => key === questionKey))
    .filter((answer) => isCorrection || (answer.value !== null && answer.inheritedFrom === null))
    .map(({ questionKey, value, note, actionRequired, evidence, isConfirmed }) => ({
      questionKey,
      value,
      note,
      actionRequired,
      evidence,
      isTouched: isCorrection && isConfirmed,
    }));
}

export type SubmitOutcome =
  | { readonly kind: 'complete'; readonly answers: readonly AssessmentAnswer[] }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] };

/**
 * Whether a draft may be submitted, and with which answers. Every open question must have been touched in this round;
 * a question left open, one that does not apply and one that departs from the organisation's answer need a reason.
 * What is inherited and was never answered stays unanswered: it lowers the coverage, it does not stop the initiative.
 */
export function submit(answers: readonly DraftedAnswer[]): SubmitOutcome {
  const missing = answers.filter(isMissing).map(({ questionKey }) => questionKey);
  if (missing.length > 0) return { kind: 'incomplete', missing };
  return {
    kind: 'complete',
    answers: answers.map(({ questionKey, value, note, actionRequired, evidence, inheritedFrom, mode }) => ({
      questionKey,
      value,
      note,
      actionRequired,
      evidence,
      inheritedFrom,
      isConfirmed: mode === 'OPEN',
    })),
  };
}

function isMissing({ mode, isTouched, value, inheritedFrom, isOverride, note }: DraftedAnswer): boolean {
  if (mode === 'INHERITED') return false;
  const isOwnNotApplicable = value === 'NOT_APPLICABLE' && inheritedFrom === null;
  const needsReason = value === null || isOwnNotApplicable || isOverride;
  return !isTouched || (needsReason && note === null);
}
