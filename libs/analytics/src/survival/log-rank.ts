import { type Unavailable, unavailable } from '../common/unavailable.js';
import { chiSquareTail } from '../probability/gamma.js';
import { quadraticForm } from './quadratic-form.js';
import { compare, type Member, membersOf, type Subject } from './subject.js';

/** A subject in one of the groups to be compared. */
export interface GroupedSubject<Cause extends string = string> extends Subject<Cause> {
  readonly group: string;
  /** Compared only with others of the same stratum, for example the kind of initiative; one stratum when left out. */
  readonly stratum?: string;
}

/**
 * How much a time counts: `log-rank` all alike; `gehan` by the number at risk, `tarone-ware` by its root, `peto` by
 * survival Π (1 − d/(n+1)): these three look more at early differences. `rho` and `gamma` weigh by
 * S(t−)^rho (1 − S(t−))^gamma with S of all groups together: (0, 0) is the log-rank, (1, 0) R's survdiff with rho = 1,
 * (0, 1) looks at late differences. To be named before looking at the data.
 */
export type LogRankWeighting =
  'log-rank' | 'gehan' | 'tarone-ware' | 'peto' | { readonly rho: number; readonly gamma?: number };

/** A test of no difference between groups, with what each had and would have had without one. */
export interface LogRankTest {
  readonly kind: 'test';
  readonly statistic: number;
  /** Groups that can be told apart, less one. */
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
 * censored to compare the rate of one. A group that is never at risk beside another when something happens has no say.
 *
 * Mantel 1966; Peto & Peto 1972; Harrington & Fleming 1982, Biometrika 69:553.
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
  for (const own of strataOf(subjects)) {
    let [survival, modified] = [1, 1];
    for (const { atRisk, events } of eventTimes(own, names)) {
      const n = total(atRisk);
      const d = total(events);
      modified *= 1 - d / (n + 1);
      const weight = weightOf(weighting, n, survival, modified);
      survival *= 1 - d / n;
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
  const { value, rank } = quadraticForm(covariance, score);
  if (rank === 0) return unavailable('no-overlap');
  return {
    kind: 'test',
    statistic: value,
    degreesOfFreedom: rank,
    p: chiSquareTail(value, rank),
    groups: names.map((group, index) => ({ group, observed: observed[index]!, expected: expected[index]! })),
  };
}

/** The members of each stratum, in the strata's own order. */
export function strataOf<S extends GroupedSubject>(subjects: readonly S[]): (S & Member)[][] {
  return [...Map.groupBy(membersOf<string, S>(subjects), ({ stratum }) => stratum ?? '')]
    .sort(([a], [b]) => compare(a, b))
    .map(([, members]) => members);
}

function weightOf(weighting: LogRankWeighting, n: number, survival: number, modified: number): number {
  if (typeof weighting === 'object')
    return survival ** weighting.rho * (1 - survival) ** (weighting.gamma ?? 0);
  return { 'log-rank': 1, gehan: n, 'tarone-ware': Math.sqrt(n), peto: modified }[weighting];
}

/** At risk and events by group at each time with an event, in O(n log n + times · groups). */
function eventTimes(exits: readonly (GroupedSubject & Member)[], names: readonly string[]) {
  const groupOf = new Map(names.map((name, index) => [name, index]));
  const entries = exits.toSorted((a, b) => compare(a.entry, b.entry) || a.weight - b.weight);
  const atRisk = names.map(() => 0);
  const rows: { atRisk: number[]; events: number[] }[] = [];
  let entered = 0;
  for (let first = 0; first < exits.length;) {
    const time = exits[first]!.exit;
    for (; entered < entries.length && entries[entered]!.entry < time; entered += 1) {
      const { group, weight } = entries[entered]!;
      atRisk[groupOf.get(group)!]! += weight;
    }
    const leaving = names.map(() => 0);
    const events = names.map(() => 0);
    for (; first < exits.length && exits[first]!.exit === time; first += 1) {
      const { group, weight, cause } = exits[first]!;
      leaving[groupOf.get(group)!]! += weight;
      if (cause !== null) events[groupOf.get(group)!]! += weight;
    }
    if (total(events) > 0) rows.push({ atRisk: [...atRisk], events });
    for (const [group, count] of leaving.entries()) atRisk[group]! -= count;
  }
  return rows;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
