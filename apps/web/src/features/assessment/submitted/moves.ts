import type { AnswerValue } from '@pilotage/web-ui';

interface GivenAnswer {
  readonly questionKey: string;
  readonly value: AnswerValue | null;
}

export interface Move {
  readonly questionKey: string;
  readonly from: AnswerValue | null;
  readonly to: AnswerValue | null;
  /** `other`: to or from what is no step of the scale, so neither up nor down. */
  readonly direction: 'up' | 'down' | 'other';
}

const STEP: Partial<Record<AnswerValue, number>> = { NO: 0, PARTIAL: 1, YES: 2 };

/** The answers that changed between two rounds, in the order of the later one. */
export function movesBetween(before: readonly GivenAnswer[], after: readonly GivenAnswer[]): Move[] {
  const earlier = new Map(before.map(({ questionKey, value }) => [questionKey, value]));
  return after
    .map(({ questionKey, value: to }) => ({ questionKey, from: earlier.get(questionKey) ?? null, to }))
    .filter(({ from, to }) => from !== to)
    .map((move) => ({ ...move, direction: directionOf(move) }));
}

function directionOf({ from, to }: Pick<Move, 'from' | 'to'>): Move['direction'] {
  const [first, second] = [from && STEP[from], to && STEP[to]];
  if (first == null || second == null) return 'other';
  return second > first ? 'up' : 'down';
}
