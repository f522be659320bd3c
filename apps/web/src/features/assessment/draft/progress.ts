import { isMissing, type ShownAnswer } from './store/answer-edit.js';

export interface Progress {
  /** With Yes, Partial or No, own and inherited ones. */
  readonly answered: number;
  /** All but those that do not apply. */
  readonly applicable: number;
  readonly notApplicable: number;
  /** Carried forward or taken from the organisation, and not looked at in this round. */
  readonly notConfirmed: number;
  /** Keys of what stands in the way of submitting, in the order of the page. */
  readonly missing: readonly string[];
}

export function progressOf(answers: readonly ShownAnswer[]): Progress {
  const count = (is: (answer: ShownAnswer) => boolean) => answers.filter(is).length;
  const notApplicable = count(({ value }) => value === 'NOT_APPLICABLE');
  return {
    answered: count(({ value }) => value !== null) - notApplicable,
    applicable: answers.length - notApplicable,
    notApplicable,
    notConfirmed: count(({ mode, isTouched, value }) => mode === 'OPEN' && !isTouched && value !== null),
    missing: answers.filter(isMissing).map(({ questionKey }) => questionKey),
  };
}
