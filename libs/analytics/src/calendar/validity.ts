import { addDays, type Day } from './day.js';
import {
  type FiscalQuarter,
  nextQuarter,
  previousQuarter,
  type QuarterCalendar,
  quarterOf,
} from './fiscal-quarter.js';

/**
 * How long an assessment speaks for its subject: through its own quarter, the `cadenceQuarters` next ones and
 * `graceDays` more. One setting per organisation, used wherever "stale" is said. Both are whole numbers from 0 on.
 */
export interface ValidityRule {
  readonly cadenceQuarters: number;
  readonly graceDays: number;
}

/** Its own quarter and the next. A number of days would let one of a quarter's first day expire before the next ends. */
export const DEFAULT_VALIDITY: ValidityRule = { cadenceQuarters: 1, graceDays: 0 };

/**
 * The last day on which an assessment as of `asOf` counts. A quarter that a changed fiscal year has shortened does
 * not use up the time: validity runs to the end of the last full quarter. Throws RangeError on a rule that is none.
 */
export function validThrough(asOf: Day, calendar: QuarterCalendar, rule = DEFAULT_VALIDITY): Day {
  assertRule(rule);
  const own = quarterOf(asOf, calendar);
  const last = fullQuartersOn(own, rule.cadenceQuarters, (quarter) => nextQuarter(quarter, calendar));
  return addDays(last.to, rule.graceDays);
}

/** True when the assessment no longer counts on that day. `asOf` is the day of the latest assessment up to then. */
export function isStale(asOf: Day, onDay: Day, calendar: QuarterCalendar, rule = DEFAULT_VALIDITY): boolean {
  return asOf < freshFrom(onDay, calendar, rule);
}

/**
 * The reverse of `validThrough`: the first as-of day that still counts on `onDay`, so that rows can be compared with
 * one day instead of being judged one by one. Throws RangeError on a rule that is none.
 */
export function freshFrom(onDay: Day, calendar: QuarterCalendar, rule = DEFAULT_VALIDITY): Day {
  assertRule(rule);
  const own = quarterOf(addDays(onDay, -rule.graceDays), calendar);
  return fullQuartersOn(own, rule.cadenceQuarters, (quarter) => previousQuarter(quarter, calendar)).from;
}

/** The quarter that is `count` full quarters away in the direction of `step`. */
function fullQuartersOn(
  start: FiscalQuarter,
  count: number,
  step: (quarter: FiscalQuarter) => FiscalQuarter,
): FiscalQuarter {
  let reached = start;
  for (let full = 0; full < count; full += reached.isShortened ? 0 : 1) reached = step(reached);
  return reached;
}

function assertRule({ cadenceQuarters, graceDays }: ValidityRule): void {
  if ([cadenceQuarters, graceDays].some((count) => !Number.isSafeInteger(count) || count < 0)) {
    throw new RangeError(
      `Validity is a whole number of quarters and days, not ${cadenceQuarters}, ${graceDays}.`,
    );
  }
}
