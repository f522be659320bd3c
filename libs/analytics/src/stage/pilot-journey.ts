import { type Day, daysBetween, maxDay, minDay } from '../calendar/day.js';
import { passageDays, type Subject } from '../survival/subject.js';
import { rankOf } from './stage.js';
import { type StageEntry, stageEntries, type StageEvent, type StageLog } from './stage-log.js';

/** How a pilot left: it reached production or later, ended before, or was merged into another. */
export type PilotExit = 'production' | 'stopped' | 'merged';

/** All ways to leave a pilot: the causes of its curves. */
export const PILOT_EXITS: readonly PilotExit[] = ['production', 'stopped', 'merged'];

/** The two ends of a journey. */
export interface PilotFacts {
  /** First entry into PILOT. */
  readonly entryDay: Day;
  /** The exit, or the last day it was known to be running. */
  readonly exitDay: Day;
  readonly cause: PilotExit | 'running';
  /** True when it was later seen past the pilot but nobody knows since when; it counts as running until last seen in it. */
  readonly leftUndated: boolean;
}

/** What one initiative contributes to "from pilot to production". Every kind but the first is counted apart. */
export type PilotJourney =
  | ({
      readonly kind: 'followed';
      /** Days from entry to exit; a passage within one day is half a day. */
      readonly days: number;
      /** Days after pilot entry from which the register was complete; 0 when it was from the start. */
      readonly observedFromDay: number;
      readonly isSameDayPassage: boolean;
    } & PilotFacts)
  /** Over before the register was complete: history, never a rate, for it would not be there had it ended unseen. */
  | ({ readonly kind: 'history' } & PilotFacts)
  /** Running when the register became complete and not seen since: it will be followed from the next observation on. */
  | ({ readonly kind: 'not-yet-watched' } & PilotFacts)
  /** Entry or exit is known to the month, quarter or year only. */
  | ({ readonly kind: 'coarse-dates' } & PilotFacts)
  /** Seen in pilot or later before, or without, a dated entry into pilot. */
  | { readonly kind: 'entry-unknown' }
  /** Reached production or ended before it ever entered pilot. */
  | { readonly kind: 'out-of-order' }
  | { readonly kind: 'no-pilot' };

/** From when to when a register watched an initiative. */
export interface PilotWatch {
  /** Since when the register also records ends; null when it has from each pilot's beginning. */
  readonly completeSince: Day | null;
  /** Last import, edit or confirmation; null when nothing but the log itself is known. */
  readonly lastObservedOn: Day | null;
  readonly asOf: Day;
}

/** Which stretch of the way is measured; from first pilot entry to production unless told otherwise. */
export interface JourneyScope {
  /** The first entry into a stage, or a day of its own: when it was funded. */
  readonly from?: 'IDEA' | 'PILOT' | { readonly on: Day };
  /** Reaching this stage or a later one is the arrival, called `production` whichever it is. */
  readonly to?: 'LIMITED_PRODUCTION' | 'PRODUCTION';
}

/**
 * The journey from first pilot entry to production (or later), to an end before it, or to the last observation.
 * A move back or a pause does not stop the clock; an observation starts and ends nothing.
 */
export function pilotJourney(
  log: StageLog,
  watch: PilotWatch,
  { from = 'PILOT', to = 'PRODUCTION' }: JourneyScope = {},
): PilotJourney {
  const entries = stageEntries(log, watch.asOf);
  const origin = originOf(entries, from, watch.asOf);
  if ('kind' in origin) return origin;
  const { entry, before, after } = origin;
  const endsPilot = ({ stage }: StageEntry) => rankOf(stage) >= rankOf(to);
  if (before.some(endsPilot)) return { kind: 'out-of-order' };
  const exit = after.find((later) => later.kind === 'event' && endsPilot(later));
  const seenPast = after.find(
    (later) => later.kind === 'observation' && endsPilot(later) && (!exit || later.on < exit.on),
  );
  const isOpen = !exit || seenPast !== undefined;
  const exitDay = isOpen ? lastKnownRunning(entries, entry.on, seenPast, watch) : exit.on;
  const facts: PilotFacts = {
    entryDay: entry.on,
    exitDay,
    cause: isOpen ? 'running' : exitCause(exit),
    leftUndated: seenPast !== undefined,
  };
  const isCoarse =
    entry.precision !== 'DAY' || (!isOpen && exit.kind === 'event' && exit.precision !== 'DAY');
  if (isCoarse) return { kind: 'coarse-dates', ...facts };
  const elapsed = daysBetween(entry.on, exitDay);
  const days = facts.cause === 'running' ? elapsed : passageDays(elapsed);
  const observedFromDay =
    watch.completeSince === null ? 0 : Math.max(0, daysBetween(entry.on, watch.completeSince));
  if (days <= observedFromDay && observedFromDay > 0)
    return { kind: facts.cause === 'running' ? 'not-yet-watched' : 'history', ...facts };
  return {
    kind: 'followed',
    ...facts,
    days,
    observedFromDay,
    isSameDayPassage: facts.cause !== 'running' && elapsed === 0,
  };
}

/** The journey as a subject for `cumulativeIncidence`; null for those counted apart. */
export function journeySubject(journey: PilotJourney): Subject<PilotExit> | null {
  if (journey.kind !== 'followed') return null;
  const { observedFromDay, days, cause } = journey;
  return { entry: observedFromDay, exit: days, cause: cause === 'running' ? null : cause };
}

interface Origin {
  readonly entry: Pick<StageEvent, 'on' | 'precision'>;
  readonly before: readonly StageEntry[];
  readonly after: readonly StageEntry[];
}

/** Where the clock starts, or why it does not. */
function originOf(
  entries: readonly StageEntry[],
  from: 'IDEA' | 'PILOT' | { readonly on: Day },
  asOf: Day,
): Origin | PilotJourney {
  if (typeof from === 'object') {
    if (from.on > asOf) return { kind: 'no-pilot' };
    const start = entries.findIndex(({ on }) => on >= from.on);
    const split = start === -1 ? entries.length : start;
    return {
      entry: { on: from.on, precision: 'DAY' },
      before: entries.slice(0, split),
      after: entries.slice(split),
    };
  }
  const start = entries.findIndex((entry) => entry.kind === 'event' && entry.stage === from);
  const entry = entries[start];
  if (entry?.kind !== 'event') return withoutEntry(entries, from);
  const before = entries.slice(0, start);
  if (before.some(({ kind, stage }) => kind === 'event' && rankOf(stage) > rankOf(from)))
    return { kind: 'out-of-order' };
  if (before.some(({ stage }) => rankOf(stage) >= rankOf(from))) return { kind: 'entry-unknown' };
  return { entry, before, after: entries.slice(start + 1) };
}

function withoutEntry(entries: readonly StageEntry[], from: 'IDEA' | 'PILOT'): PilotJourney {
  if (from === 'IDEA') return { kind: entries.length > 0 ? 'entry-unknown' : 'no-pilot' };
  if (entries.some(({ kind, stage }) => kind === 'event' && rankOf(stage) > rankOf('PILOT'))) {
    return entries.some((entry) => entry.kind === 'observation' && entry.stage === 'PILOT')
      ? { kind: 'entry-unknown' }
      : { kind: 'no-pilot' };
  }
  return entries.some(({ stage }) => stage !== 'IDEA' && stage !== 'ENDED')
    ? { kind: 'entry-unknown' }
    : { kind: 'no-pilot' };
}

function exitCause(exit: StageEntry): PilotExit {
  if (exit.stage !== 'ENDED') return 'production';
  return exit.kind === 'event' && exit.mergedInto ? 'merged' : 'stopped';
}

/** The last day on or after entry on which the log or a confirmation shows it still on its way. */
function lastKnownRunning(
  entries: readonly StageEntry[],
  entryDay: Day,
  seenPast: StageEntry | undefined,
  { lastObservedOn, asOf }: PilotWatch,
): Day {
  const signs = entries
    .filter(({ on }) => on >= entryDay && (!seenPast || on < seenPast.on))
    .map(({ on }) => on);
  if (!seenPast && lastObservedOn) signs.push(minDay(lastObservedOn, asOf));
  return signs.reduce((last, sign) => maxDay(last, sign), entryDay);
}
