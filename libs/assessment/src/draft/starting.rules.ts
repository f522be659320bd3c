import { type Day, EARLIEST_DAY } from '@pilotage/analytics';
import { type AssessmentId } from '../assessment/assessment.js';
import { type Refusal, refused } from './refusal.js';

export interface StartRequest {
  readonly asOfOn: Day;
  /** The assessment to correct, if any. */
  readonly correctsId: AssessmentId | null;
}

interface OpenDraft {
  readonly correctsId: AssessmentId | null;
}

export interface StartSituation<Open extends OpenDraft> {
  readonly today: Day;
  /** The subject's open draft. */
  readonly open: Open | null;
  /** The subject's live assessment of the day asked for. */
  readonly sameDay: { readonly id: AssessmentId } | null;
  /** The assessment to correct, if it is a live one of the subject. */
  readonly corrected: { readonly id: AssessmentId } | null;
}

export type StartOutcome<Open extends OpenDraft> =
  { readonly kind: 'start' } | { readonly kind: 'resume'; readonly draft: Open } | Refusal;

/** Whether a round may begin: a subject has one open draft, and one assessment a day. */
export function start<Open extends OpenDraft>(
  request: StartRequest,
  { today, open, sameDay, corrected }: StartSituation<Open>,
): StartOutcome<Open> {
  const { asOfOn, correctsId } = request;
  if (asOfOn < EARLIEST_DAY || asOfOn > today) {
    return refused('asOfOn', 'DAY_OUT_OF_RANGE', `Choose a day from 1970 to today (${today}).`);
  }
  if (correctsId !== null && !corrected) {
    return refused(
      'correctsId',
      'NOT_CURRENT',
      'This assessment was corrected already, or is of another subject or questionnaire. Correct the newer one; a questionnaire is corrected by importing its file again.',
    );
  }
  if (open) {
    if (open.correctsId === correctsId) return { kind: 'resume', draft: open };
    return refused(
      'correctsId',
      'DRAFT_OPEN',
      'There is an open draft of another kind for this subject. Submit or discard it first.',
    );
  }
  if (sameDay && sameDay.id !== correctsId) {
    return refused(
      'asOfOn',
      'SAME_DAY',
      `There is an assessment as of ${asOfOn}. Correct that one, or choose another day.`,
    );
  }
  return { kind: 'start' };
}
