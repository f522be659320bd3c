import { type Day, daysBetween } from '../calendar/day.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type ProportionInterval, wilsonInterval } from '../probability/proportion.js';
import { type PilotFacts, type PilotJourney } from './pilot-journey.js';

/** What became of the pilots of a cohort, by count; `entered` = `production` + `stopped` + `merged` + `running`. */
export interface ConversionCounts {
  readonly entered: number;
  readonly production: number;
  readonly stopped: number;
  readonly merged: number;
  readonly running: number;
}

/** Counts over journeys with a pilot entry, those not followed included: counts need no exact day. */
export function conversionCounts(journeys: readonly PilotJourney[]): ConversionCounts {
  const facts = journeys.flatMap((journey) => factsOf(journey) ?? []);
  const count = (cause: PilotFacts['cause']) => facts.filter((fact) => fact.cause === cause).length;
  return {
    entered: facts.length,
    production: count('production'),
    stopped: count('stopped'),
    merged: count('merged'),
    running: count('running'),
  };
}

/** What became of pilots, as shares; none of them is corrected for those still running. */
export interface ConversionRates {
  readonly kind: 'rates';
  /** production / entered: a lower bound, which falls whenever many pilots start. */
  readonly crude: number;
  /** production / (production + stopped): fast outcomes come first, so never a headline. */
  readonly resolvedOnly: number | Unavailable<'nothing-resolved'>;
  /** What it can still become: none or all of those running arrive. Honest at any n, for complete cohorts only. */
  readonly bounds: { readonly low: number; readonly high: number };
}

/** Shares (0 to 1) of what a cohort has become so far. */
export function conversionRates(counts: ConversionCounts): ConversionRates | Unavailable<'nobody-entered'> {
  const { entered, production, stopped, running } = counts;
  if (entered === 0) return unavailable('nobody-entered');
  const resolved = production + stopped;
  return {
    kind: 'rates',
    crude: production / entered,
    resolvedOnly: resolved === 0 ? unavailable('nothing-resolved') : production / resolved,
    bounds: { low: production / entered, high: (production + running) / entered },
  };
}

/** A quarter's pilots of which all had the whole horizon. */
export interface MatureCohort {
  readonly kind: 'mature-cohort';
  readonly entered: number;
  readonly arrived: number;
  readonly share: number;
  readonly interval: ProportionInterval;
  /** Left out, since their dates do not tell the days. */
  readonly coarseDates: number;
}

/**
 * The share of a cohort that reached production within `horizonDays` (12 months are 365.25), once every member's
 * horizon lies before `asOf`. A member last observed running before its horizon keeps the cohort from being mature.
 *
 * Unavailable where the register was complete only after one of them had entered: those that ended unseen before are
 * not in it, and the rest flatter. Use `cumulativeIncidence` there, which enters them late.
 */
export function matureCohort(
  journeys: readonly PilotJourney[],
  horizonDays: number,
  asOf: Day,
): MatureCohort | Unavailable<'nobody-entered' | 'register-incomplete' | 'not-mature'> {
  const isWatchedLate = journeys.some(
    (journey) =>
      journey.kind === 'history' ||
      journey.kind === 'not-yet-watched' ||
      (journey.kind === 'followed' && journey.observedFromDay > 0),
  );
  if (isWatchedLate) return unavailable('register-incomplete');
  const members = journeys.flatMap((journey) => (journey.kind === 'followed' ? [journey] : []));
  if (members.length === 0) return unavailable('nobody-entered');
  const isMature = members.every(
    ({ entryDay, days, cause }) =>
      daysBetween(entryDay, asOf) >= horizonDays && (cause !== 'running' || days >= horizonDays),
  );
  if (!isMature) return unavailable('not-mature');
  const arrived = members.filter(({ cause, days }) => cause === 'production' && days <= horizonDays).length;
  const entered = members.length;
  return {
    kind: 'mature-cohort',
    entered,
    arrived,
    share: arrived / entered,
    interval: wilsonInterval(arrived, entered),
    coarseDates: journeys.filter(({ kind }) => kind === 'coarse-dates').length,
  };
}

function factsOf(journey: PilotJourney): PilotFacts | null {
  return 'cause' in journey ? journey : null;
}
