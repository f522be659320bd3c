import type { AnswerValue } from '@pilotage/web-ui';
import type { DraftAnswer } from '../draft.graphql.js';

/** What a person enters for one question. */
export interface AnswerContent {
  readonly value: AnswerValue | null;
  readonly note: string | null;
  readonly actionRequired: string | null;
  readonly evidence: string | null;
}

export const answerFields = ['value', 'note', 'actionRequired', 'evidence'] as const;
export type AnswerField = (typeof answerFields)[number];

/** What changes of an answer; absent fields stay as they are. */
export type AnswerEdit = Partial<AnswerContent>;

/** Where a change is on its way to the server. */
export type Delivery =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  /** Kept, and tried again by itself. */
  | { readonly kind: 'failed'; readonly message: string }
  /** Kept; the same again would be refused again. `isGone`: the round is not open any more. */
  | { readonly kind: 'refused'; readonly message: string; readonly isGone: boolean }
  /** Somebody changed the answer meanwhile: the person decides. */
  | { readonly kind: 'conflict' };

/** A question as the page shows it: the server's answer with what was changed here. */
export interface ShownAnswer extends DraftAnswer {
  /** Null: stored. */
  readonly delivery: Delivery | null;
  /** As the server has it; of a conflict, what somebody else answered. */
  readonly stored: DraftAnswer;
}

export function shownAnswer(
  stored: DraftAnswer,
  edit: AnswerEdit | null,
  delivery: Delivery | null,
): ShownAnswer {
  return { ...stored, ...edit, isTouched: stored.isTouched || edit !== null, delivery, stored };
}

/** The fields in which an edit would change an answer; blank text is none. */
export function differences(edit: AnswerEdit, answer: AnswerContent): AnswerField[] {
  return answerFields.filter((field) => {
    const wanted = edit[field];
    return wanted !== undefined && (wanted?.trim() || null) !== answer[field];
  });
}

/** Why an answer needs a note: it does not apply, departs from the organisation, or was left open. */
export type ReasonFor = 'NOT_APPLICABLE' | 'DEPARTURE' | 'LEFT_OPEN';

export function reasonNeeded({
  value,
  inherited,
  isTouched,
}: Pick<ShownAnswer, 'value' | 'inherited' | 'isTouched'>): ReasonFor | null {
  if (value === null) return isTouched ? 'LEFT_OPEN' : null;
  if (inherited !== null && value !== inherited) return 'DEPARTURE';
  return value === 'NOT_APPLICABLE' && inherited === null ? 'NOT_APPLICABLE' : null;
}

export const lacksReason = (answer: ShownAnswer): boolean =>
  reasonNeeded(answer) !== null && !answer.note?.trim();

/** Whether the round cannot be submitted for this question. */
export const isMissing = (answer: ShownAnswer): boolean =>
  answer.mode === 'OPEN' && (!answer.isTouched || lacksReason(answer));
