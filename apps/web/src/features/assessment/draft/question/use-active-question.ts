import { useLayoutEffect, useRef, useState, type PointerEvent } from 'react';

/** The element that takes the focus for a question. */
export const questionId = (key: string): string => `question-${key}`;
export const noteId = (key: string): string => `note-${key}`;

const element = (key: string): HTMLElement | null => document.getElementById(questionId(key));

export interface ActiveQuestion {
  readonly key: string | null;
  /** The question that has the focus is the one that is open. */
  readonly activate: (key: string) => void;
  /** Moves the focus to a question. */
  readonly focus: (key: string) => void;
  /** To be told before a question takes the focus by a pointer: it then stays under it. */
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
}

/** To the middle; what is higher than the page has room for begins at its top. */
function reveal(row: HTMLElement | null | undefined): void {
  const isTall = row && row.offsetHeight > window.innerHeight - 240;
  row?.scrollIntoView({ block: isTall ? 'start' : 'center' });
}

/**
 * Which question is open. Opening one closes another above it, so the page would jump: a question chosen by the
 * pointer stays where it was pressed, one chosen by the keyboard comes to the middle.
 */
export function useActiveQuestion(first: string | null): ActiveQuestion {
  const [key, setKey] = useState(first);
  const pressed = useRef<{ readonly row: HTMLElement; readonly top: number } | null>(null);
  const shown = useRef(first);

  useLayoutEffect(() => {
    const press = pressed.current;
    pressed.current = null;
    if (shown.current === key) return;
    shown.current = key;
    if (press) window.scrollBy(0, press.row.getBoundingClientRect().top - press.top);
    else if (key) reveal(element(key)?.closest('li'));
  }, [key]);

  return {
    key,
    activate: setKey,
    focus: (wanted) => {
      setKey(wanted);
      element(wanted)?.focus({ preventScroll: true });
    },
    onPointerDown: ({ currentTarget: row }) => {
      pressed.current = { row, top: row.getBoundingClientRect().top };
    },
  };
}
