import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until there is an answer. @throws Error after `seconds`, saying what was waited for */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  { seconds = 60, everyMs = 100 } = {},
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}.`);
    await sleep(everyMs);
  }
}
