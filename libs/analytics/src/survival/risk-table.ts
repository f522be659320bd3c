import { type Subject } from './subject.js';

/** Counts at one distinct exit time. Events come before censorings of the same time, so `atRisk` holds both. */
export interface RiskRow {
  readonly time: number;
  readonly atRisk: number;
  /** Events of any cause. */
  readonly events: number;
  /** Events by cause, in the order of `RiskTable.causes`. */
  readonly byCause: readonly number[];
  readonly censored: number;
}

export interface RiskTable<Cause extends string = string> {
  readonly causes: readonly Cause[];
  /** Subjects that are ever at risk after `startsAt`. */
  readonly subjects: number;
  /** Where the curve begins; estimates are conditional on having come so far. 0 unless entries are delayed. */
  readonly startsAt: number;
  readonly rows: readonly RiskRow[];
  /** The last time anybody was observed. */
  readonly lastTime: number;
  /** Exit times and late entries, sorted, to count who is at risk between rows. */
  readonly exits: Float64Array;
  readonly entries: Float64Array;
}

/** House rule: a curve with late entries starts where so many are at risk for the first time. */
export const MIN_AT_RISK_TO_START = 5;

/**
 * Counts at risk and events over time in O(n log n).
 *
 * With delayed entry the first risk sets can be tiny, and a single early event would then set the curve to 0 for
 * ever; so the curve starts where at least `minAtRiskToStart` are at risk for the first time. Subjects that left
 * before, or whose entry is not before their exit, are never at risk and do not count. Without late entries the
 * curve starts at 0, however few there are. Null when it cannot start.
 */
export function riskTable<Cause extends string>(
  all: readonly Subject<Cause>[],
  causes: readonly Cause[],
  minAtRiskToStart = MIN_AT_RISK_TO_START,
): RiskTable<Cause> | null {
  const observable = all.filter(({ entry, exit }) => entry < exit && exit > 0);
  const startsAt = findStart(observable, minAtRiskToStart);
  if (startsAt === null) return null;
  const subjects = observable.filter(({ exit }) => exit > startsAt).sort((a, b) => a.exit - b.exit);
  const exits = Float64Array.from(subjects, ({ exit }) => exit);
  const entries = Float64Array.from(subjects, ({ entry }) => entry).sort();
  const indexOf = new Map(causes.map((cause, index) => [cause, index]));
  const rows: RiskRow[] = [];
  let entered = 0;
  for (let first = 0; first < subjects.length;) {
    const time = exits[first] ?? 0;
    while (entered < entries.length && (entries[entered] ?? 0) < time) entered += 1;
    const byCause = causes.map(() => 0);
    let events = 0;
    let after = first;
    for (; after < subjects.length && exits[after] === time; after += 1) {
      const cause = subjects[after]?.cause ?? null;
      if (cause === null) continue;
      const index = indexOf.get(cause);
      if (index === undefined) throw new RangeError(`Cause ${cause} is not among ${causes.join(', ')}.`);
      byCause[index] = (byCause[index] ?? 0) + 1;
      events += 1;
    }
    rows.push({ time, atRisk: entered - first, events, byCause, censored: after - first - events });
    first = after;
  }
  return {
    causes,
    subjects: subjects.length,
    startsAt,
    rows,
    lastTime: exits.at(-1) ?? startsAt,
    exits,
    entries,
  };
}

/** How many are at risk just before or at `time` (`entry < time <= exit`); O(log n). */
export function atRiskAt(table: RiskTable, time: number): number {
  return countBelow(table.entries, time) - countBelow(table.exits, time);
}

/** How many left without an event before `time`: where it is 0, everybody was followed that far. */
export function censoredBefore(table: RiskTable, time: number): number {
  let censored = 0;
  for (const row of table.rows) {
    if (row.time >= time) break;
    censored += row.censored;
  }
  return censored;
}

/** Null when there is nobody at risk ever, or never as many as asked. */
function findStart(subjects: readonly Subject[], minimum: number): number | null {
  if (subjects.length === 0) return null;
  if (subjects.every(({ entry }) => entry <= 0)) return 0;
  const entries = subjects.map(({ entry }) => Math.max(0, entry)).sort((a, b) => a - b);
  const exits = subjects.map(({ exit }) => exit).sort((a, b) => a - b);
  let left = 0;
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index] ?? 0;
    if (entries[index + 1] === entry) continue;
    while ((exits[left] ?? Infinity) <= entry) left += 1;
    if (index + 1 - left >= minimum) return entry;
  }
  return null;
}

function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
