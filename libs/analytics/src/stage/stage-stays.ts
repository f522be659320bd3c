import { type Day, daysBetween, maxDay, minDay } from '../calendar/day.js';
import { sumOf } from '../common/sum.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type Stay } from '../survival/occupancy.js';
import { type Subject } from '../survival/subject.js';
import { type PilotWatch } from './pilot-journey.js';
import { rankOf, type Stage } from './stage.js';
import { type StageEntry, stageEntries, type StageLog } from './stage-log.js';

/** A stay in a stage, in days since the origin, whether or not the register was there to see it. */
interface Visit {
  readonly stage: Stage;
  readonly from: number;
  readonly to: number;
  readonly next: Stage | null;
}

/**
 * The dated stays of one initiative in its stages, in days since its first event, or since its first entry into
 * `origin`; the input of `occupancy`. Events of one day share it in equal parts, so a stage entered and left on one
 * day lasts half a day. The log is followed to the last day on which it is known where the initiative was: an
 * observation of another stage breaks it off there. Stays that were over before the register was complete are left
 * out, and one that spans that day begins on it (delayed entry). Ends with a stay in ENDED. None without an event,
 * or where a date is coarser than a day.
 */
export function stageStays(log: StageLog, watch: PilotWatch, origin?: Stage): Stay<Stage>[] {
  const { visits, watchedFrom } = visitsOf(log, watch, origin);
  return visits
    .filter(({ to }) => watchedFrom <= 0 || to > watchedFrom)
    .map(({ stage, from, to, next }) => ({ state: stage, from: Math.max(from, watchedFrom), to, next }));
}

/** How a stay in a stage ended: further along the way, back, or for good. */
export type StageExit = 'onward' | 'back' | 'ended';

/** All ways to leave a stage: the causes of its curves. */
export const STAGE_EXITS: readonly StageExit[] = ['onward', 'back', 'ended'];

/**
 * Time in stage: every stay of one initiative in a stage as a subject of its own, in days since it entered the stage,
 * for `cumulativeIncidence` by the way it left (or `kaplanMeier` for any). Dates are read as in `stageStays`.
 */
export function stageVisits(log: StageLog, watch: PilotWatch, stage: Stage): Subject<StageExit>[] {
  const { visits, watchedFrom } = visitsOf(log, watch);
  return visits
    .filter((visit) => visit.stage === stage && (watchedFrom <= 0 || visit.to > watchedFrom))
    .map(({ from, to, next }) => ({
      entry: Math.max(0, watchedFrom - from),
      exit: to - from,
      cause: next === null ? null : exitOf(stage, next),
    }));
}

/** The whole time of one initiative in a stage. */
export interface TotalStay {
  readonly kind: 'total';
  readonly days: number;
  readonly visits: number;
  /** Still there when last observed, so the total can grow. */
  readonly isOpen: boolean;
}

/** Total time of one initiative in a stage over all its stays there, moves back included; from the same `stageVisits`. */
export function totalStay(visits: readonly Subject<StageExit>[]): TotalStay | Unavailable<'never-there'> {
  if (visits.length === 0) return unavailable('never-there');
  return {
    kind: 'total',
    days: sumOf(visits.map(({ exit }) => exit)),
    visits: visits.length,
    isOpen: visits.some(({ cause }) => cause === null),
  };
}

function exitOf(stage: Stage, next: Stage): StageExit {
  if (next === 'ENDED') return 'ended';
  return rankOf(next) > rankOf(stage) ? 'onward' : 'back';
}

function visitsOf(log: StageLog, { completeSince, lastObservedOn, asOf }: PilotWatch, origin?: Stage) {
  const entries = stageEntries(log, asOf);
  const start = entries.findIndex(
    ({ kind, stage }) => kind === 'event' && (origin === undefined || stage === origin),
  );
  const first = entries[start];
  const none = { visits: [], watchedFrom: 0 };
  if (!first) return none;
  const path: StageEntry[] = [];
  let lastKnown = first.on;
  let isBroken = false;
  for (const entry of entries.slice(start)) {
    if (entry.kind === 'event') {
      if (entry.precision !== 'DAY') return none;
      if (path.at(-1)?.stage !== entry.stage) path.push(entry);
    } else if (path.at(-1)?.stage !== entry.stage) {
      isBroken = true;
      break;
    }
    lastKnown = entry.on;
  }
  if (!isBroken && lastObservedOn) lastKnown = maxDay(lastKnown, minDay(lastObservedOn, asOf));
  const times = timesOf(path, first.on);
  const end = daysBetween(first.on, lastKnown);
  const visits = path.map(({ stage }, index): Visit => {
    const [from, to, next] = [times[index]!, times[index + 1], path[index + 1]?.stage ?? null];
    return { stage, from, to: to ?? Math.max(from, end), next };
  });
  return { visits, watchedFrom: completeSince === null ? 0 : daysBetween(first.on, completeSince) };
}

/** Days since the origin of each entry; entries of one day share it in equal parts. */
function timesOf(path: readonly StageEntry[], origin: Day): number[] {
  const onDay = Map.groupBy(path, ({ on }) => on);
  return path.map((entry) => {
    const sameDay = onDay.get(entry.on)!;
    return daysBetween(origin, entry.on) + sameDay.indexOf(entry) / sameDay.length;
  });
}
