import { useEffect, type RefObject } from 'react';

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), [tabindex="0"]';
const KEEPS_ARROWS = 'input:not([type="checkbox"]), textarea, select, [role="slider"], [aria-haspopup]';

/**
 * Up and Down in a table body move the focus to the same control of the neighbouring row. Listens on the
 * element itself: a table body is no control and must not be announced as one.
 */
export function useRowKeys(body: RefObject<HTMLTableSectionElement | null>): void {
  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const move = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const target = event.target as HTMLElement;
      if (
        step === undefined ||
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        target.matches(KEEPS_ARROWS)
      )
        return;
      const row = target.closest('tr');
      const next = step > 0 ? row?.nextElementSibling : row?.previousElementSibling;
      if (!row || !next) return;
      const position = [...row.querySelectorAll<HTMLElement>(FOCUSABLE)].indexOf(target);
      const controls = next.querySelectorAll<HTMLElement>(FOCUSABLE);
      const control = controls[position] ?? controls[0];
      if (!control) return;
      event.preventDefault();
      control.focus();
    };
    element.addEventListener('keydown', move);
    return () => element.removeEventListener('keydown', move);
  }, [body]);
}
