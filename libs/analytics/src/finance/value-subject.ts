import { type Day, daysBetween, maxDay, minDay } from '../calendar/day.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { passageDays, type Subject } from '../survival/subject.js';
import { payback } from './payback.js';

/** An initiative between its money and its value, as known on a day. */
export interface ValueJourney {
  /** Funding or go-live for the first value, the first cost for payback. */
  readonly origin: Day;
  /** Stopped or retired. */
  readonly endedOn: Day | null;
  /** Since when the register also records ends; null when it has from each origin. */
  readonly completeSince: Day | null;
  readonly lastObservedOn: Day | null;
  readonly asOf: Day;
}

/** What was recorded for a month or quarter: the verified benefit, or for payback the net flow. */
export interface ValuePeriod {
  readonly from: Day;
  readonly to: Day;
  readonly amount: number;
}

/** How the wait for a value ends; `ended` competes with it. */
export const VALUE_EXITS = ['reached', 'ended'] as const;
/** One of `VALUE_EXITS`. */
export type ValueExit = (typeof VALUE_EXITS)[number];

/** An initiative's wait for value as a subject, or why it is none. */
export type ValueSubject =
  | Subject<ValueExit>
  /** Over before the register was complete; running, but not watched after that day; recorded as reached before it began. */
  | Unavailable<'history' | 'not-yet-watched' | 'before-origin'>;

/** House rule: the first value worth the name is this part of the planned monthly benefit. */
export const FIRST_VALUE_SHARE = 0.1;

/**
 * The least verified benefit of a period that counts as value: one unit of the currency, or 10 % of the plan's
 * monthly benefit at full run, as planned at funding.
 */
export function firstValueThreshold(plannedMonthly: number | null, currencyUnit = 1): number {
  return Math.max(currencyUnit, FIRST_VALUE_SHARE * (plannedMonthly ?? 0));
}

/**
 * Days from funding (or go-live) to the first period with a verified benefit of at least `threshold`, for
 * `cumulativeIncidence`. Value is known by the end of a period only, so that is when it counts as reached.
 */
export function firstValueSubject(
  journey: ValueJourney,
  periods: readonly ValuePeriod[],
  threshold: number,
): ValueSubject {
  const known = knownOn(journey.asOf, periods);
  return subjectOf(
    journey,
    known,
    known.findIndex(({ amount }) => amount >= threshold),
  );
}

/**
 * Days from the first cost to the end of the period in which the cumulated net flow first came back to 0. With a
 * yearly `rate` flows are discounted from the end of their period to the origin; throws RangeError at −100 % and below.
 */
export function paybackSubject(
  journey: ValueJourney,
  periods: readonly ValuePeriod[],
  rate = 0,
): ValueSubject | Unavailable<'nothing-invested'> {
  if (!(rate > -1)) throw new RangeError(`A discount rate must be above -100 %, not ${rate}.`);
  const known = knownOn(journey.asOf, periods);
  const result = payback(
    known.map(({ to, amount }) => amount * (1 + rate) ** (-daysBetween(journey.origin, to) / 365)),
  );
  if (result.kind === 'nothing-invested') return unavailable('nothing-invested');
  return subjectOf(journey, known, result.kind === 'not-yet' ? -1 : result.firstTouch);
}

function knownOn(asOf: Day, periods: readonly ValuePeriod[]): ValuePeriod[] {
  return periods.filter(({ to }) => to <= asOf).sort((a, b) => (a.to < b.to ? -1 : 1));
}

function subjectOf(
  { origin, endedOn, completeSince, lastObservedOn, asOf }: ValueJourney,
  known: readonly ValuePeriod[],
  index: number,
): ValueSubject {
  const end = endedOn !== null && endedOn <= asOf ? endedOn : null;
  // What a period recorded came before an end within that period.
  const reached = known[index] && (end === null || known[index].from <= end) ? known[index] : null;
  if (reached && reached.to < origin) return unavailable('before-origin');
  const confirmedOn = lastObservedOn === null ? origin : minDay(lastObservedOn, asOf);
  const exitDay = reached?.to ?? end ?? maxDay(origin, confirmedOn, known.at(-1)?.to ?? origin);
  const cause = reached ? 'reached' : end ? 'ended' : null;
  const elapsed = daysBetween(origin, exitDay);
  const exit = cause ? passageDays(elapsed) : elapsed;
  const entry = completeSince === null ? 0 : Math.max(0, daysBetween(origin, completeSince));
  if (entry > 0 && exit <= entry) return unavailable(cause ? 'history' : 'not-yet-watched');
  return { entry, exit, cause };
}
