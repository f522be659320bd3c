import { type Unavailable, unavailable } from '../common/unavailable.js';
import { chiSquareTail } from '../probability/gamma.js';
import { type GroupedSubject, type LogRankTest, strataOf } from './log-rank.js';
import { quadraticForm } from './quadratic-form.js';
import { type Member } from './subject.js';

/**
 * Do the groups reach the same share by this cause? Where the log-rank test compares rates among those still there,
 * Gray's compares the cumulative incidences themselves, so the other causes have a say. Times weigh by
 * (1 − F(t−))^rho with F of all groups together. Strata add up. The expected events of a group follow its
 * R = Y (1 − F(t−)) / S(t−), as if those that left otherwise were still at risk.
 *
 * Not defined where entries are late. Gray 1988, Ann Stat 16:1141; R cmprsk.
 */
export function grayTest<Cause extends string>(
  subjects: readonly GroupedSubject<Cause>[],
  cause: Cause,
  { rho = 0 }: { readonly rho?: number } = {},
): LogRankTest | Unavailable<'fewer-than-two-groups' | 'no-event' | 'no-overlap' | 'delayed-entry'> {
  const names = [...new Set(subjects.map(({ group }) => group))].sort();
  if (names.length < 2) return unavailable('fewer-than-two-groups');
  if (subjects.every((subject) => subject.cause !== cause)) return unavailable('no-event');
  if (subjects.some(({ entry = 0 }) => entry > 0)) return unavailable('delayed-entry');
  const strata = strataOf(subjects).map((members) => new GrayScore(members, names, cause, rho));
  const sum = (valueOf: (stratum: GrayScore) => number) =>
    strata.reduce((total, stratum) => total + valueOf(stratum), 0);
  const covariance = names.map((_, i) => names.map((_name, j) => sum((stratum) => stratum.covariance(i, j))));
  const score = names.map((_, i) => sum((stratum) => stratum.score[i]!));
  const { value, rank } = quadraticForm(covariance, score);
  if (rank === 0) return unavailable('no-overlap');
  return {
    kind: 'test',
    statistic: value,
    degreesOfFreedom: rank,
    p: chiSquareTail(value, rank),
    groups: names.map((group, i) => ({
      group,
      observed: sum((stratum) => stratum.observed[i]!),
      expected: sum((stratum) => stratum.expected[i]!),
    })),
  };
}

/** One group at one time: at risk, S(t−), F(t−), and who leaves. */
interface GroupState {
  atRisk: number;
  survival: number;
  incidence: number;
  own: number;
  other: number;
  leaving: number;
}

/**
 * The score of one stratum and its covariance, Gray's equation for the asymptotic variance with hypergeometric ties.
 * An event of group k moves the score of group i by α − β c(t) + β c(∞), where c accumulates over time; the sums over
 * events of α' α', α' β and β², α' = α − β c(t), give the covariance once c(∞) is known.
 */
class GrayScore {
  readonly score: number[];
  readonly observed: number[];
  readonly expected: number[];
  private readonly accumulated: number[][];
  private readonly squares: number[][];
  private readonly cross: number[][];
  private readonly betaSquares: number[];

  constructor(
    members: readonly (GroupedSubject & Member)[],
    names: readonly string[],
    cause: string,
    rho: number,
  ) {
    const zeros = () => names.map(() => 0);
    [this.score, this.observed, this.expected, this.betaSquares] = [zeros(), zeros(), zeros(), zeros()];
    [this.accumulated, this.squares, this.cross] = [names.map(zeros), names.map(zeros), names.map(zeros)];
    const groups = names.map((name): GroupState => ({
      atRisk: members.reduce((sum, { group, weight }) => sum + (group === name ? weight : 0), 0),
      survival: 1,
      incidence: 0,
      own: 0,
      other: 0,
      leaving: 0,
    }));
    const byName = new Map(names.map((name, index) => [name, groups[index]!]));
    let pooled = 0;
    for (let first = 0; first < members.length;) {
      const time = members[first]!.exit;
      for (; first < members.length && members[first]!.exit === time; first += 1) {
        const { group, cause: left, weight } = members[first]!;
        const state = byName.get(group)!;
        state.leaving += weight;
        if (left === cause) state.own += weight;
        else if (left !== null) state.other += weight;
      }
      if (groups.some(({ own, other }) => own + other > 0)) pooled = this.advance(groups, pooled, rho);
      for (const state of groups) {
        state.atRisk -= state.leaving;
        [state.own, state.other, state.leaving] = [0, 0, 0];
      }
    }
  }

  covariance(i: number, j: number): number {
    return this.betaSquares.reduce((sum, betaSquare, k) => {
      const [ci, cj] = [this.accumulated[i]![k]!, this.accumulated[j]![k]!];
      return sum + ci * cj * betaSquare + ci * this.cross[j]![k]! + cj * this.cross[i]![k]!;
    }, this.squares[i]![j]!);
  }

  /** One time with an event; gives the pooled F after it. */
  private advance(groups: readonly GroupState[], pooledBefore: number, rho: number): number {
    const present = [...groups.entries()].filter(([, { atRisk }]) => atRisk > 0);
    const inflated = groups.map(({ atRisk, survival }) => (atRisk > 0 ? atRisk / survival : 0));
    const exposed = groups.map(({ incidence }, k) => inflated[k]! * (1 - incidence));
    const [allInflated, allExposed] = [total(inflated), total(exposed)];
    const events = groups.reduce((sum, { own }) => sum + own, 0);
    const pooled = pooledBefore + events / allInflated;
    const weight = (1 - pooledBefore) ** rho;
    const alpha = groups.map((_, i) =>
      groups.map((_group, k) => weight * inflated[i]! * ((i === k ? 1 : 0) - inflated[k]! / allInflated)),
    );
    for (const [i, { own, atRisk }] of groups.entries()) {
      const expected = atRisk > 0 ? (events * exposed[i]!) / allExposed : 0;
      this.observed[i]! += own;
      this.expected[i]! += expected;
      this.score[i]! += weight * (own - expected);
      for (const k of groups.keys())
        this.accumulated[i]![k]! += (alpha[i]![k]! * events) / (allInflated * (1 - pooledBefore));
    }
    for (const [k, group] of present) {
      const { atRisk, survival: before, own, other } = group;
      group.incidence += (before * own) / atRisk;
      group.survival *= own + other === atRisk ? 0 : 1 - (own + other) / atRisk;
      const beta = group.survival > 0 ? (1 - pooled) / group.survival : 0;
      if (events > 0) {
        const spread = (tied(events, allInflated * before) * before * events) / (allInflated * atRisk);
        this.add(k, spread, 1 - beta, (i) => alpha[i]![k]!);
      }
      if (other > 0 && group.survival > 0)
        this.add(k, (tied(other, atRisk) * before ** 2 * other) / atRisk ** 2, -beta, () => 0);
    }
    return pooled;
  }

  private add(k: number, spread: number, beta: number, alphaOf: (i: number) => number): void {
    const alpha = this.score.map((_, i) => alphaOf(i) - beta * this.accumulated[i]![k]!);
    this.betaSquares[k]! += beta ** 2 * spread;
    for (const [i, own] of alpha.entries()) {
      this.cross[i]![k]! += own * beta * spread;
      for (const [j, other] of alpha.entries()) this.squares[i]![j]! += own * other * spread;
    }
  }
}

/** What d events at one time take from the variance that d at d times would have: (n − d)/(n − 1). */
function tied(d: number, n: number): number {
  return d > 1 ? Math.max(0, 1 - (d - 1) / (n - 1)) : 1;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
