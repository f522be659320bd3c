import type { Page } from 'playwright-core';

/** Y, P, N or A: what is pressed for an answer. */
export type AnswerKey = 'y' | 'p' | 'n' | 'a';

/** Gives the answer to a question. */
export type Answering = (questionKey: string) => AnswerKey;

/**
 * Answers the open round with the keyboard alone, from the question that has the focus down to the submit button, which
 * it leaves in focus. Where a reason is asked for, it is given. Returns the questions answered, in order.
 */
export async function answerByKeyboard(page: Page, answer: Answering, reason: string): Promise<string[]> {
  const answered: string[] = [];
  for (;;) {
    const { id } = await focusOf(page);
    if (id === 'submit-round') return answered;
    const questionKey = /^question-(.+)$/.exec(id)?.[1];
    if (!questionKey) throw new Error(`The keyboard got lost after ${answered.at(-1)}: at "${id}"`);
    await page.keyboard.press(answer(questionKey));
    if ((await focusOf(page)).id === `note-${questionKey}`) {
      await page.keyboard.type(reason);
      await page.keyboard.press('Escape');
    }
    answered.push(questionKey);
    await page.keyboard.press('ArrowDown');
  }
}

/** Presses Enter on the submit button, and is led away from the round. */
export async function submitByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => !pathname.includes('/drafts/'));
}

/** Moves the focus by Tab until it is on an element with that id or name. */
export async function tabTo(page: Page, wanted: RegExp, most = 60): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    const { id, name } = await focusOf(page);
    if (wanted.test(id) || wanted.test(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${wanted.source}`);
}

export interface Focus {
  readonly id: string;
  readonly name: string;
  /** Whether a reader sees where the focus is. */
  readonly isVisible: boolean;
}

/** What has the focus; after a frame, since fields come onto the page as they are needed. */
export function focusOf(page: Page): Promise<Focus> {
  // As text: it runs in the page, of which this project's types know nothing.
  return page.evaluate<Focus>(`new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const isMarked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
      || style.boxShadow !== 'none' || element.matches('input, textarea, select');
    const box = element.getBoundingClientRect();
    resolve({
      id: element.id,
      name: element.getAttribute('aria-label') ?? element.innerText ?? '',
      isVisible: isMarked && box.width > 0 && box.height > 0,
    });
  })))`);
}
