import { addDays, type Day } from './day.js';
import {
  type FiscalQuarter,
  nextQuarter,
  previousQuarter,
  type QuarterCalendar,
  quarterOf,
} from './fiscal-quarter.js';

/** How long an assessment speaks for its subject. One setting per organisation, used wherever "stale" is said. */
export type ValidityRule =
  | { readonly kind: 'own-and-next-quarter' }
  /** Cadence plus grace, in days from the as-of day. */
  | { readonly kind: 'days'; readonly days: number };

export const DEFAULT_VALIDITY: ValidityRule = { kind: 'own-and-next-quarter' };

/**
 * The last day on which an assessment as of `asOf` counts. By default the end of the quarter after its own; a number
 * of days would let an assessment of a quarter's first day expire before the next quarter's end. A quarter that a
 * changed fiscal year has shortened does not use up the time: validity runs to the end of the next full quarter.
 */
export function validThrough(
  asOf: Day,
  calendar: QuarterCalendar,
  rule: ValidityRule = DEFAULT_VALIDITY,
): Day {
  if (rule.kind === 'days') return addDays(asOf, rule.days);
  let quarter = nextQuarter(quarterOf(asOf, calendar), calendar);
  while (quarter.isShortened) quarter = nextQuarter(quarter, calendar);
  return quarter.to;
}

/** True when the assessment no longer counts on that day. `asOf` is the day of the latest assessment up to then. */
export function isStale(
  asOf: Day,
  onDay: Day,
  calendar: QuarterCalendar,
  rule: ValidityRule = DEFAULT_VALIDITY,
): boolean {
  return onDay > validThrough(asOf, calendar, rule);
}

/**
 * The first as-of day that is not stale at the quarter's end: an assessment counts through its own quarter and the
 * `cadenceQuarters` next ones, where a quarter cut short by a changed fiscal year does not use up the time. With a
 * cadence of 1 it is the reverse of `validThrough`.
 */
export function freshFrom(quarter: FiscalQuarter, calendar: QuarterCalendar, cadenceQuarters: number): Day {
  let first = quarter;
  let fullQuartersBetween = 0;
  while (fullQuartersBetween < cadenceQuarters) {
    first = previousQuarter(first, calendar);
    if (!first.isShortened) fullQuartersBetween += 1;
  }
  return first.from;
}
