import { addDays, type Day } from '../calendar/day.js';
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

/** Counts over journeys with a pilot entry, history and coarse dates included: counts need no exact day. */
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

export interface ConversionRates {
  readonly kind: 'rates';
  /** production / entered: a lower bound, which falls whenever many pilots start. */
  readonly crude: number;
  /** production / (production + stopped): fast outcomes come first, so never a headline; null when nothing is resolved. */
  readonly resolvedOnly: number | null;
  /** What it can still become: none or all of those running arrive. Honest at any n, for complete cohorts only. */
  readonly bounds: { readonly low: number; readonly high: number };
}

export function conversionRates(counts: ConversionCounts): ConversionRates | Unavailable<'nobody-entered'> {
  const { entered, production, stopped, running } = counts;
  if (entered === 0) return unavailable('nobody-entered');
  const resolved = production + stopped;
  return {
    kind: 'rates',
    crude: production / entered,
    resolvedOnly: resolved === 0 ? null : production / resolved,
    bounds: { low: production / entered, high: (production + running) / entered },
  };
}

export interface MatureCohort {
  readonly kind: 'mature-cohort';
  readonly entered: number;
  readonly arrived: number;
  readonly share: number;
  readonly interval: ProportionInterval;
}

/**
 * The share of a cohort that reached production within `horizonDays`, once every member's horizon lies before
 * `asOf`. A member last observed running before its horizon keeps the cohort from being mature.
 */
export function matureCohort(
  journeys: readonly PilotJourney[],
  horizonDays: number,
  asOf: Day,
): MatureCohort | Unavailable<'nobody-entered' | 'not-mature'> {
  const facts = journeys.flatMap((journey) => (journey.kind === 'followed' ? [journey] : []));
  if (facts.length === 0) return unavailable('nobody-entered');
  const isMature = facts.every(
    ({ entryDay, exitDay, cause }) =>
      addDays(entryDay, horizonDays) <= asOf &&
      (cause !== 'running' || addDays(entryDay, horizonDays) <= exitDay),
  );
  if (!isMature) return unavailable('not-mature');
  const arrived = facts.filter(({ cause, days }) => cause === 'production' && days <= horizonDays).length;
  const entered = facts.length;
  return {
    kind: 'mature-cohort',
    entered,
    arrived,
    share: arrived / entered,
    interval: wilsonInterval(arrived, entered),
  };
}

function factsOf(journey: PilotJourney): PilotFacts | null {
  return journey.kind === 'followed' || journey.kind === 'history' || journey.kind === 'coarse-dates'
    ? journey
    : null;
}
