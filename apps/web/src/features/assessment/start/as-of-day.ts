import type { Quarter } from '../../../shared/figures/quarter.graphql.js';
import { daysBetween, type Day } from '../../../shared/format/time.js';

/** For so long after its end a quarter's round is still what one comes for. */
const LATE_DAYS = 31;

/** The quarter that ended last. `quarters` are oldest first. */
export const finishedQuarter = (quarters: readonly Quarter[]): Quarter | null =>
  quarters.findLast(({ isFinished }) => isFinished) ?? null;

/**
 * The day proposed for a new round: the last day of the quarter that has just ended while its round is missing, else
 * today. A first check is as of today: there is no round to be late for.
 */
export function proposedAsOf(today: Day, quarters: readonly Quarter[], lastRound: Day | null): Day {
  const finished = finishedQuarter(quarters);
  if (!finished || lastRound === null) return today;
  const isMissing = lastRound < finished.from;
  const isFresh = daysBetween(finished.to, today) <= LATE_DAYS;
  return isMissing && isFresh ? finished.to : today;
}
