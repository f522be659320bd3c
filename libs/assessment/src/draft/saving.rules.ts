import { type AnswerContent } from '../assessment/assessment.js';
import { type Draft, type DraftedAnswer } from './draft.js';
import { type Refusal, refused } from './refusal.js';

/** What a person enters; an absent field stays as it is, null empties it. */
export interface AnswerInput extends Partial<AnswerContent> {
  readonly questionKey: string;
  /** Of the answer, as the person saw it. */
  readonly revision: number;
}

export type SavingOutcome =
  | { readonly kind: 'save'; readonly content: AnswerContent }
  /** It stands there already, confirmed: a repeated request finds its own work done. */
  | { readonly kind: 'unchanged'; readonly answer: DraftedAnswer }
  | { readonly kind: 'conflict'; readonly current: DraftedAnswer }
  | Refusal;

/** In characters, as the table has it. */
const LIMITS = { note: 4000, actionRequired: 2000, evidence: 2000 } as const;

/** Whether an answer may be saved, and what is saved. Saving what stands there unconfirmed confirms it. */
export function save(draft: Pick<Draft, 'answers'>, input: AnswerInput): SavingOutcome {
  const current = draft.answers.find(({ questionKey }) => questionKey === input.questionKey);
  if (!current) {
    return refused(
      'questionKey',
      'UNKNOWN_QUESTION',
      `The framework of this round has no question ${input.questionKey}.`,
    );
  }
  if (current.mode === 'INHERITED') {
    return refused(
      'questionKey',
      'INHERITED',
      `${input.questionKey} is answered for the organisation. Change it in the organisation's or unit's assessment.`,
    );
  }
  const content: AnswerContent = {
    value: input.value === undefined ? current.value : input.value,
    note: text(input.note, current.note),
    actionRequired: text(input.actionRequired, current.actionRequired),
    evidence: text(input.evidence, current.evidence),
  };
  for (const field of ['note', 'actionRequired', 'evidence'] as const) {
    const length = content[field]?.length ?? 0;
    if (length > LIMITS[field]) {
      return refused(
        field,
        'TOO_LONG',
        `This text has ${length} characters; at most ${LIMITS[field]} can be stored.`,
      );
    }
  }
  if (current.isTouched && isSame(current, content)) return { kind: 'unchanged', answer: current };
  if (current.revision !== input.revision) return { kind: 'conflict', current };
  return { kind: 'save', content };
}

function text(entered: string | null | undefined, current: string | null): string | null {
  return entered === undefined ? current : entered?.trim() || null;
}

function isSame(a: AnswerContent, b: AnswerContent): boolean {
  return (
    a.value === b.value &&
    a.note === b.note &&
    a.actionRequired === b.actionRequired &&
    a.evidence === b.evidence
  );
}
