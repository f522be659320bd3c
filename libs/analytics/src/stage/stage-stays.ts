import { type Day, daysBetween, maxDay, minDay } from '../calendar/day.js';
import { type Stay } from '../survival/occupancy.js';
import { type Stage } from './stage.js';
import { type StageEntry, stageEntries, type StageLog } from './stage-log.js';

/**
 * The dated stays of one initiative in its stages, in days since its first event; the input of `occupancy` and of
 * time in stage. Events of one day share it in equal parts, so a stage entered and left on one day lasts half a day.
 * The log is followed to the last day on which it is known where the initiative was: an observation of another stage
 * breaks it off there. Ends with a stay in ENDED. None without an event, or where a date is coarser than a day.
 */
export function stageStays(log: StageLog, lastObservedOn: Day | null, asOf: Day): Stay<Stage>[] {
  const entries = stageEntries(log, asOf);
  const start = entries.findIndex(({ kind }) => kind === 'event');
  const origin = entries[start];
  if (!origin) return [];
  const path: StageEntry[] = [];
  let lastKnown = origin.on;
  let isBroken = false;
  for (const entry of entries.slice(start)) {
    if (entry.kind === 'event') {
      if (entry.precision !== 'DAY') return [];
      if (path.at(-1)?.stage !== entry.stage) path.push(entry);
    } else if (path.at(-1)?.stage !== entry.stage) {
      isBroken = true;
      break;
    }
    lastKnown = entry.on;
  }
  if (!isBroken && lastObservedOn) lastKnown = maxDay(lastKnown, minDay(lastObservedOn, asOf));
  const times = path.map((entry, index) => {
    const sameDay = path.filter(({ on }) => on === entry.on);
    return daysBetween(origin.on, entry.on) + sameDay.indexOf(path[index]!) / sameDay.length;
  });
  const end = daysBetween(origin.on, lastKnown);
  return path.map(({ stage }, index): Stay<Stage> => {
    const [from, to, next] = [times[index]!, times[index + 1], path[index + 1]?.stage ?? null];
    return { state: stage, from, to: to ?? Math.max(from, end), next };
  });
}
