import { daysBetween } from '../calendar/day.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { passageDays } from '../survival/subject.js';
import { type PilotJourney } from './pilot-journey.js';

/** What a spreadsheet would give: the figures of those that arrived. */
export interface FinishedOnly {
  readonly kind: 'finished-only';
  readonly n: number;
  readonly medianDays: number;
  readonly meanDays: number;
}

/**
 * Days from pilot to production of those that arrived, those before the register was complete included. It is what a
 * spreadsheet would give, and flatters: whoever still runs or was stopped is not in it, and fast ones arrive first.
 * Only ever shown beside `cumulativeIncidence`, named as what it is.
 */
export function finishedOnly(
  journeys: readonly PilotJourney[],
): FinishedOnly | Unavailable<'nobody-arrived'> {
  const days = journeys.flatMap((journey) =>
    (journey.kind === 'followed' || journey.kind === 'history') && journey.cause === 'production'
      ? [passageDays(daysBetween(journey.entryDay, journey.exitDay))]
      : [],
  );
  if (days.length === 0) return unavailable('nobody-arrived');
  days.sort((a, b) => a - b);
  const [low, high] = [days[(days.length - 1) >> 1]!, days[days.length >> 1]!];
  return {
    kind: 'finished-only',
    n: days.length,
    medianDays: (low + high) / 2,
    meanDays: days.reduce((sum, value) => sum + value, 0) / days.length,
  };
}
