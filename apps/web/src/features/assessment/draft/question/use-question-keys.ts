import type { AnswerValue } from '@pilotage/web-ui';
import { useEffect, type RefObject } from 'react';

export interface QuestionKeyActions {
  readonly answer: (value: AnswerValue | null) => void;
  readonly move: (step: 1 | -1) => void;
  readonly openNote: () => void;
  /** Out of a field, back to its question. */
  readonly goBack: () => void;
  readonly showHelp: () => void;
}

const VALUE_OF: Readonly<Record<string, AnswerValue | null>> = {
  y: 'YES',
  p: 'PARTIAL',
  n: 'NO',
  a: 'NOT_APPLICABLE',
  delete: null,
  backspace: null,
};

/**
 * The keys of the questions. They work while the focus is inside of the list, and a single letter never does while
 * one types in a field (WCAG 2.1.4).
 */
export function useQuestionKeys(list: RefObject<HTMLElement | null>, actions: QuestionKeyActions): void {
  useEffect(() => {
    const node = list.current;
    if (!node) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (actionOf(event, actions)) event.preventDefault();
    };
    node.addEventListener('keydown', onKeyDown);
    return () => node.removeEventListener('keydown', onKeyDown);
  });
}

/** True when the key was one of ours. */
function actionOf({ key, target }: KeyboardEvent, actions: QuestionKeyActions): boolean {
  const isTyping = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (key === 'Escape') actions.goBack();
  else if (isTyping) return false;
  else if (key === 'ArrowDown') actions.move(1);
  else if (key === 'ArrowUp') actions.move(-1);
  else if (key === '?') actions.showHelp();
  else if (key === 'Enter' && isQuestion(target)) actions.openNote();
  else {
    const value = VALUE_OF[key.toLowerCase()];
    if (value === undefined) return false;
    actions.answer(value);
  }
  return true;
}

/** Enter on a button inside of a question presses that button. */
const isQuestion = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.hasAttribute('aria-expanded');
