import { type Day } from '../calendar/day.js';
import { type Precision } from '../calendar/precision.js';
import { type EndOutcome, isInProduction, rankOf, type Stage } from './stage.js';

/** It entered a stage on a day. */
export interface StageEvent {
  readonly id: string;
  readonly stage: Stage;
  /** As stored; where the precision is coarser than a day, the day that stands for the period. */
  readonly on: Day;
  readonly precision: Precision;
  /** Order among events of one day, where the stages alone do not tell it (a move back); 0 when left out. */
  readonly position?: number;
  /** For an end that was a merge: the initiative that carries on. */
  readonly mergedInto?: string | null;
}

/** It was seen in a stage on a day; when it entered is not known. Sets the current stage, starts and ends no duration. */
export interface StageObservation {
  readonly id: string;
  readonly stage: Stage;
  readonly on: Day;
}

/** All that is recorded of one initiative's way, in any order. */
export interface StageLog {
  readonly events: readonly StageEvent[];
  readonly observations: readonly StageObservation[];
}

/** An event or an observation, told apart by its kind. */
export type StageEntry =
  ({ readonly kind: 'observation' } & StageObservation) | ({ readonly kind: 'event' } & StageEvent);

/**
 * Events and observations up to and including `asOf` in their one order: by day; on one day observations first, so
 * that an event of that day has the last word; then by position, by stage along the way (idea and pilot on one day
 * means idea first, an end last), and by id. The order of the input never matters.
 */
export function stageEntries(log: StageLog, asOf: Day): StageEntry[] {
  return [
    ...log.observations.map((observation): StageEntry => ({ kind: 'observation', ...observation })),
    ...log.events.map((event): StageEntry => ({ kind: 'event', ...event })),
  ]
    .filter(({ on }) => on <= asOf)
    .sort(compareEntries);
}

/** Where an initiative stands; unknown before anything was recorded. */
export type CurrentStage =
  | {
      readonly kind: 'stage';
      readonly stage: Stage;
      /** The day it entered, or null when it was only ever observed there. */
      readonly since: { readonly on: Day; readonly precision: Precision } | null;
    }
  | { readonly kind: 'unknown' };

/** The stage at the end of a day. An observation of the stage it is in confirms it and keeps `since`. */
export function currentStage(log: StageLog, asOf: Day): CurrentStage {
  return stageEntries(log, asOf).reduce<CurrentStage>(
    (current, entry) => {
      if (
        current.kind === 'stage' &&
        current.stage === entry.stage &&
        (entry.kind === 'observation' || current.since)
      ) {
        return current;
      }
      const since = entry.kind === 'event' ? { on: entry.on, precision: entry.precision } : null;
      return { kind: 'stage', stage: entry.stage, since };
    },
    { kind: 'unknown' },
  );
}

/** The furthest stage ever entered or observed up to a day, an end not counted; null when none is known. */
export function furthestStage(log: StageLog, asOf: Day): Stage | null {
  return stageEntries(log, asOf).reduce<Stage | null>((furthest, { stage }) => {
    if (stage === 'ENDED') return furthest;
    return furthest === null || rankOf(stage) > rankOf(furthest) ? stage : furthest;
  }, null);
}

/** Whether it has ended by then, and what the end meant. */
export type Outcome =
  | { readonly kind: 'not-ended' }
  | { readonly kind: 'ended'; readonly outcome: EndOutcome; readonly mergedInto: string | null };

/** What the end in force meant: merged with a successor, else retired when production or later was ever reached, else abandoned. */
export function outcomeOf(log: StageLog, asOf: Day): Outcome {
  const entries = stageEntries(log, asOf);
  // An end that it was taken back from says nothing of a later one.
  const ends = entries.slice(entries.findLastIndex(({ stage }) => stage !== 'ENDED') + 1);
  if (ends.length === 0) return { kind: 'not-ended' };
  const end = ends.findLast(({ kind }) => kind === 'event');
  const mergedInto = (end?.kind === 'event' ? end.mergedInto : null) ?? null;
  const furthest = furthestStage(log, asOf);
  const outcome = mergedInto ? 'MERGED' : furthest && isInProduction(furthest) ? 'RETIRED' : 'ABANDONED';
  return { kind: 'ended', outcome, mergedInto };
}

function compareEntries(a: StageEntry, b: StageEntry): number {
  return (
    compareText(a.on, b.on) ||
    compareText(b.kind, a.kind) ||
    positionOf(a) - positionOf(b) ||
    rankOf(a.stage) - rankOf(b.stage) ||
    compareText(a.id, b.id)
  );
}

function positionOf(entry: StageEntry): number {
  return entry.kind === 'event' ? (entry.position ?? 0) : 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
