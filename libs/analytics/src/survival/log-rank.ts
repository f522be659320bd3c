import { type Unavailable, unavailable } from '../common/unavailable.js';
import { chiSquareTail } from '../probability/gamma.js';
import { solveSymmetric } from './linear-system.js';
import { type Subject } from './subject.js';

export interface GroupedSubject extends Subject {
  readonly group: string;
  /** Compared only with others of the same stratum, for example the kind of initiative; one stratum when left out. */
  readonly stratum?: string;
}

/**
 * How much a time counts: `log-rank` all alike; `gehan` by the number at risk, `tarone-ware` by its root, `peto` by
 * survival Π (1 − d/(n+1)): these three look more at early differences. To be named before looking at the data.
 */
export type LogRankWeighting = 'log-rank' | 'gehan' | 'tarone-ware' | 'peto';

export interface LogRankTest {
  readonly kind: 'test';
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly groups: readonly {
    readonly group: string;
    readonly observed: number;
    readonly expected: number;
  }[];
}

/**
 * Do the groups leave at the same rate? χ² = U' V⁻¹ U with the hypergeometric variance, which is right with many
 * ties where Σ (O − E)² / E is not; strata add their U and V. Events of any cause count; take the other causes as
 * censored to compare the rate of one. A group that is never at risk when something happens has no say.
 *
 * Mantel 1966; Peto & Peto 1972; Harrington & Fleming 1982.
 */
export function logRank(
  subjects: readonly GroupedSubject[],
  weighting: LogRankWeighting = 'log-rank',
): LogRankTest | Unavailable<'fewer-than-two-groups' | 'no-event' | 'no-overlap'> {
  const names = [...new Set(subjects.map(({ group }) => group))].sort();
  if (names.length < 2) return unavailable('fewer-than-two-groups');
  if (subjects.every(({ cause }) => cause === null)) return unavailable('no-event');
  const observed = names.map(() => 0);
  const expected = names.map(() => 0);
  const score = names.map(() => 0);
  const covariance = names.map(() => names.map(() => 0));
  for (const stratum of new Set(subjects.map((subject) => subject.stratum))) {
    const own = subjects.filter((subject) => subject.stratum === stratum);
    let survival = 1;
    for (const { atRisk, events } of eventTimes(own, names)) {
      const n = total(atRisk);
      const d = total(events);
      survival *= 1 - d / (n + 1);
      const weight = { 'log-rank': 1, gehan: n, 'tarone-ware': Math.sqrt(n), peto: survival }[weighting];
      const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
      for (const [i, ni] of atRisk.entries()) {
        observed[i]! += events[i]!;
        expected[i]! += (d * ni) / n;
        score[i]! += weight * (events[i]! - (d * ni) / n);
        for (const [j, nj] of atRisk.entries()) {
          covariance[i]![j]! += weight ** 2 * spread * (((i === j ? 1 : 0) * ni) / n - (ni * nj) / n ** 2);
        }
      }
    }
  }
  // The rows of the covariance add up to 0, so one group is left out.
  const active = names.flatMap((_, index) => (expected[index]! > 0 ? [index] : [])).slice(1);
  const solution = solveSymmetric(
    active.map((i) => active.map((j) => covariance[i]![j]!)),
    active.map((i) => score[i]!),
  );
  if (active.length === 0 || !solution) return unavailable('no-overlap');
  const statistic = active.reduce((sum, group, index) => sum + score[group]! * solution[index]!, 0);
  return {
    kind: 'test',
    statistic,
    degreesOfFreedom: active.length,
    p: chiSquareTail(statistic, active.length),
    groups: names.map((group, index) => ({ group, observed: observed[index]!, expected: expected[index]! })),
  };
}

/** Numbers at risk and events by group at each time with an event, in O(n log n + times · groups). */
function eventTimes(subjects: readonly GroupedSubject[], names: readonly string[]) {
  const groupOf = new Map(names.map((name, index) => [name, index]));
  const observable = subjects.filter(({ entry, exit }) => entry < exit);
  const exits = observable.toSorted((a, b) => a.exit - b.exit);
  const entries = observable.toSorted((a, b) => a.entry - b.entry);
  const atRisk = names.map(() => 0);
  const rows: { atRisk: number[]; events: number[] }[] = [];
  let entered = 0;
  for (let first = 0; first < exits.length;) {
    const time = exits[first]!.exit;
    for (; entered < entries.length && entries[entered]!.entry < time; entered += 1) {
      atRisk[groupOf.get(entries[entered]!.group)!]! += 1;
    }
    const leaving = names.map(() => 0);
    const events = names.map(() => 0);
    for (; first < exits.length && exits[first]!.exit === time; first += 1) {
      const group = groupOf.get(exits[first]!.group)!;
      leaving[group]! += 1;
      if (exits[first]!.cause !== null) events[group]! += 1;
    }
    if (total(events) > 0) rows.push({ atRisk: [...atRisk], events });
    for (const [group, count] of leaving.entries()) atRisk[group]! -= count;
  }
  return rows;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
