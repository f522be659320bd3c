import { compare, type Member, membersOf, type Subject } from './subject.js';

/** Weights (counts, where nobody has a weight) at one distinct exit time. Events come before censorings of the same time, so `atRisk` holds both. */
export interface RiskRow {
  readonly time: number;
  readonly atRisk: number;
  /** Events of any cause. */
  readonly events: number;
  /** Events by cause, in the order of `RiskTable.causes`. */
  readonly byCause: readonly number[];
  readonly censored: number;
}

/** Who was watched and what happened over time: what every curve is computed from. */
export interface RiskTable<Cause extends string = string> {
  readonly causes: readonly Cause[];
  /** How many are ever at risk after `startsAt`, whatever their weight. */
  readonly subjects: number;
  /**
   * Where the curve begins; estimates are conditional on having come so far. 0 unless entries are delayed (or
   * somebody left before 0).
   */
  readonly startsAt: number;
  readonly rows: readonly RiskRow[];
  /** The last time anybody was observed. */
  readonly lastTime: number;
  /** Those at risk, by exit time. */
  readonly members: readonly Member<Cause>[];
  /** Exit times and entries, sorted, to count who is at risk between rows. */
  readonly exits: Float64Array;
  readonly entries: Float64Array;
}

/** House rule: a curve with late entries starts where so many are at risk for the first time. */
export const MIN_AT_RISK_TO_START = 5;

/**
 * At risk and events over time in O(n log n).
 *
 * With delayed entry the first risk sets can be tiny, and a single early event would then set the curve to 0 for
 * ever; so the curve starts where at least `minAtRiskToStart` are at risk for the first time. Subjects that left
 * before, or whose entry is not before their exit, are never at risk and do not count. Without late entries the
 * curve starts at the origin, however few there are. Null when it cannot start.
 *
 * Throws RangeError on a cause that is not among `causes`.
 */
export function riskTable<Cause extends string>(
  all: readonly Subject<Cause>[],
  causes: readonly Cause[],
  minAtRiskToStart = MIN_AT_RISK_TO_START,
): RiskTable<Cause> | null {
  const observable = membersOf<Cause, Subject<Cause>>(all);
  const start = findStart(observable, minAtRiskToStart);
  if (start === null) return null;
  const members = observable.filter(({ exit }) => exit > start);
  const exits = Float64Array.from(members, ({ exit }) => exit);
  const entries = Float64Array.from(members, ({ entry }) => entry).sort();
  const weightEntering = new Map<number, number>();
  for (const { entry, weight } of members)
    weightEntering.set(entry, (weightEntering.get(entry) ?? 0) + weight);
  const indexOf = new Map(causes.map((cause, index) => [cause, index]));
  const rows: RiskRow[] = [];
  let entered = 0;
  let weightAtRisk = 0;
  for (let first = 0; first < members.length;) {
    const time = exits[first]!;
    for (; entered < entries.length && entries[entered]! < time; entered += 1)
      if (entries[entered] !== entries[entered - 1]) weightAtRisk += weightEntering.get(entries[entered]!)!;
    const byCause = causes.map(() => 0);
    let [events, censored, after, eventCount] = [0, 0, first, 0];
    for (; after < members.length && exits[after] === time; after += 1) {
      const { cause, weight } = members[after]!;
      if (cause === null) {
        censored += weight;
        continue;
      }
      byCause[causeIndex(indexOf, cause)]! += weight;
      events += weight;
      eventCount += 1;
    }
    // Added and subtracted weights leave crumbs; that nobody is left must not hang on them.
    const atRisk = eventCount === entered - first ? events : weightAtRisk;
    rows.push({ time, atRisk, events, byCause, censored });
    weightAtRisk = entered === after ? 0 : weightAtRisk - events - censored;
    first = after;
  }
  return {
    causes,
    subjects: members.length,
    startsAt: start === -Infinity ? Math.min(0, exits[0] ?? 0) : start,
    rows,
    lastTime: exits.at(-1)!,
    members,
    exits,
    entries,
  };
}

/** The position of a cause among those of the table; throws RangeError when it has no such cause. */
export function positionOf<Cause extends string>(table: RiskTable<Cause>, cause: Cause): number {
  return causeIndex(new Map(table.causes.map((own, index) => [own, index])), cause);
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

function causeIndex<Cause extends string>(indexOf: ReadonlyMap<Cause, number>, cause: Cause): number {
  const index = indexOf.get(cause);
  if (index === undefined)
    throw new RangeError(`Cause ${cause} is not among ${[...indexOf.keys()].join(', ')}.`);
  return index;
}

/** −∞ for the origin; null when there is nobody at risk ever, or never as many as asked. */
function findStart(members: readonly Member[], minimum: number): number | null {
  if (members.length === 0) return null;
  if (members.every(({ entry }) => entry <= 0)) return -Infinity;
  const entries = members.map(({ entry }) => (entry <= 0 ? -Infinity : entry)).sort(compare);
  let left = 0;
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index]!;
    if (entries[index + 1] === entry) continue;
    while (left < members.length && members[left]!.exit <= entry) left += 1;
    if (index + 1 - left >= minimum) return entry;
  }
  return null;
}

function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
