import { type Unavailable, unavailable } from '../common/unavailable.js';
import { compare } from './subject.js';

/** A stay of somebody in a state: at risk of leaving it at `t` when `from < t <= to`. */
export interface Stay<State extends string = string> {
  readonly state: State;
  readonly from: number;
  readonly to: number;
  /** The state it moved to at `to`; null when it was still there when last observed. */
  readonly next: State | null;
  /** So many alike (a case weight); 1 when left out. */
  readonly weight?: number;
}

/** The shares from one time on. */
export interface OccupancyStep<State extends string = string> {
  readonly time: number;
  /** Share in each state from this time on; they add up to 1. */
  readonly shares: Readonly<Record<State, number>>;
  /** Of the shares, the initial ones taken as known. */
  readonly standardErrors: Readonly<Record<State, number>>;
  /** Watched in each state just before. */
  readonly atRisk: Readonly<Record<State, number>>;
}

/** Shares of all states over time. */
export interface Occupancy<State extends string = string> {
  readonly kind: 'occupancy';
  /** The shares that the first step starts from. */
  readonly initial: Readonly<Record<State, number>>;
  readonly steps: readonly OccupancyStep<State>[];
}

/** Where everybody begins. */
export interface OccupancyOptions<State extends string> {
  /**
   * p(0), by state. Left out, it is how those were spread who were at risk just before the first move, or at `from` if
   * that is given: R's convention.
   */
  readonly initial?: Readonly<Partial<Record<State, number>>>;
  /** Where the estimate begins; stays that are over by then do not count. From the first of all when left out. */
  readonly from?: number;
}

/**
 * The general Aalen-Johansen estimate p(t) = p(0) Π (I + ΔA): which share is in which state over time, from stays of
 * all, with moves back and late entries. O(n log n + times · states³).
 *
 * The variance is Greenwood's in its matrix form, V(t) = (I + ΔA)' V(t−) (I + ΔA) + Σ_h p_h(t−)² cov(ΔA_h), with the
 * multinomial covariance of each row of ΔA (mstate's `greenwood`; R survival prints the jackknife instead, which also
 * holds where the next move depends on more than the present state).
 *
 * Throws RangeError on a state that is not among `states`. Aalen & Johansen 1978, Scand J Stat 5:141; Andersen et al.
 * 1993, IV.4.1.
 */
export function occupancy<State extends string>(
  stays: readonly Stay<State>[],
  states: readonly State[],
  { initial, from = -Infinity }: OccupancyOptions<State> = {},
): Occupancy<State> | Unavailable<'nobody-at-risk'> {
  const index = new Map(states.map((state, at) => [state, at]));
  const at = (state: State) => {
    const found = index.get(state);
    if (found === undefined) throw new RangeError(`State ${state} is not among ${states.join(', ')}.`);
    return found;
  };
  const record = (values: readonly number[]) =>
    Object.fromEntries(states.map((state, own) => [state, values[own]!])) as Record<State, number>;
  const rows = stays
    .map(({ state, next, weight = 1, ...stay }) => {
      const to = next === null || next === state ? null : at(next);
      return { ...stay, weight, state: at(state), next: to };
    })
    .filter((stay) => stay.from < stay.to && stay.to > from)
    .sort((a, b) => a.to - b.to || compare(a.weight, b.weight));
  if (rows.length === 0) return unavailable('nobody-at-risk');
  const spread = initial ? states.map((state) => initial[state] ?? 0) : spreadOf(states, rows, from);
  if (!spread) return unavailable('nobody-at-risk');
  const entries = rows.toSorted((a, b) => compare(a.from, b.from) || compare(a.weight, b.weight));
  const atRisk = states.map(() => 0);
  const present = states.map(() => 0);
  let shares = spread;
  let covariance = states.map(() => states.map(() => 0));
  const steps: OccupancyStep<State>[] = [];
  let entered = 0;
  for (let first = 0; first < rows.length;) {
    const time = rows[first]!.to;
    for (; entered < entries.length && entries[entered]!.from < time; entered += 1) {
      const { state, weight } = entries[entered]!;
      atRisk[state]! += weight;
      present[state]! += 1;
    }
    const before = [...atRisk];
    const watched = [...present];
    const moves = states.map(() => states.map(() => 0));
    const movers = states.map(() => 0);
    for (; first < rows.length && rows[first]!.to === time; first += 1) {
      const { state, next, weight } = rows[first]!;
      present[state]! -= 1;
      atRisk[state] = present[state] === 0 ? 0 : atRisk[state]! - weight;
      if (next === null) continue;
      moves[state]![next]! += weight;
      movers[state]! += 1;
    }
    const increments = moves.map((row, state) => {
      const leaving = row.reduce((sum, weight) => sum + weight, 0);
      const n = movers[state] === watched[state] ? leaving : before[state]!;
      return row.map((weight, to) => (leaving === 0 ? 0 : to === state ? -leaving / n : weight / n));
    });
    covariance = nextCovariance(covariance, shares, increments, before);
    shares = shares.map((share, to) =>
      shares.reduce(
        (sum, own, state) => sum + (state === to ? 0 : own * increments[state]![to]!),
        share * (1 + increments[to]![to]!),
      ),
    );
    steps.push({
      time,
      shares: record(shares),
      standardErrors: record(covariance.map((row, own) => Math.sqrt(Math.max(0, row[own]!)))),
      atRisk: record(before),
    });
  }
  return { kind: 'occupancy', initial: record(spread), steps };
}

interface Row {
  readonly state: number;
  readonly from: number;
  readonly to: number;
  readonly next: number | null;
  readonly weight: number;
}

/** Who is at risk just before the first move (or first exit, if nobody moves), or just after `from`. */
function spreadOf(states: readonly string[], rows: readonly Row[], from: number): number[] | null {
  const first = rows.find(({ next }) => next !== null)?.to ?? rows[0]!.to;
  const isAtRisk = (row: Row) =>
    from === -Infinity ? row.from < first && row.to >= first : row.from <= from && row.to > from;
  const sums = states.map((_, state) =>
    rows.reduce((sum, row) => sum + (row.state === state && isAtRisk(row) ? row.weight : 0), 0),
  );
  const all = sums.reduce((sum, weight) => sum + weight, 0);
  return all === 0 ? null : sums.map((sum) => sum / all);
}

function nextCovariance(
  covariance: readonly (readonly number[])[],
  shares: readonly number[],
  increments: readonly (readonly number[])[],
  atRisk: readonly number[],
): number[][] {
  const step = increments.map((row, from) => row.map((value, to) => value + (from === to ? 1 : 0)));
  const half = covariance.map((row) =>
    shares.map((_, to) => row.reduce((sum, value, via) => sum + value * step[via]![to]!, 0)),
  );
  return shares.map((_, a) =>
    shares.map((_, b) => {
      const carried = half.reduce((sum, row, via) => sum + step[via]![a]! * row[b]!, 0);
      return shares.reduce((sum, share, from) => {
        const [toA, toB] = [step[from]![a]!, step[from]![b]!];
        return share === 0 || atRisk[from] === 0
          ? sum
          : sum + (share ** 2 * ((a === b ? toA : 0) - toA * toB)) / atRisk[from]!;
      }, carried);
    }),
  );
}
