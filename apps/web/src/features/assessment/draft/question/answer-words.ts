import { answerLabel, formatDay } from '@pilotage/web-ui';
import { i18n } from '../../../../shared/i18n.js';
import type { Draft } from '../draft.graphql.js';
import { lacksReason, reasonNeeded, type ShownAnswer } from '../store/answer-edit.js';

/** What a reader has to know of a question before opening it; null when there is nothing to do. */
export interface AnswerStatus {
  readonly text: string;
  readonly tone: 'quiet' | 'warn' | 'bad';
}

export function statusOf(answer: ShownAnswer): AnswerStatus | null {
  const { delivery, isTouched, value, stored } = answer;
  switch (delivery?.kind) {
    case 'conflict':
      return {
        text: i18n._('changed by {name}', { name: stored.updatedBy?.name ?? i18n._('somebody else') }),
        tone: 'bad',
      };
    case 'refused':
      return { text: i18n._('not accepted'), tone: 'bad' };
    case 'failed':
      return { text: i18n._('not saved yet'), tone: 'warn' };
  }
  if (!isTouched) {
    return { text: value === null ? i18n._('to answer') : i18n._('not confirmed'), tone: 'quiet' };
  }
  return lacksReason(answer) ? { text: i18n._('needs a reason'), tone: 'warn' } : null;
}

/** What the note is for, where one is needed. */
export function reasonLabel(answer: ShownAnswer): string | null {
  switch (reasonNeeded(answer)) {
    case 'NOT_APPLICABLE':
      return i18n._('Why it does not apply');
    case 'LEFT_OPEN':
      return i18n._('Why it is left open');
    case 'DEPARTURE':
      return i18n._('Why it departs from the inherited answer, {answer}', {
        answer: answerLabel(answer.inherited),
      });
    case null:
      return null;
  }
}

export const dayOf = ({ asOfOn }: { readonly asOfOn: string }): string =>
  formatDay({ on: asOfOn, precision: 'DAY' });

/** "Claims', 30 Jun 2026": whose assessment answers are taken from. */
export function sourceName(source: NonNullable<Draft['inheritsFrom']>): string {
  return source.unit
    ? i18n._('the assessment of {unit} as of {day}', { unit: source.unit.name, day: dayOf(source) })
    : i18n._('the organisation’s assessment as of {day}', { day: dayOf(source) });
}
