import { type Unavailable, unavailable } from '../common/unavailable.js';

/** A stay of somebody in a state: at risk of leaving it at `t` when `from < t <= to`. */
export interface Stay<State extends string = string> {
  readonly state: State;
  readonly from: number;
  readonly to: number;
  /** The state it moved to at `to`; null when it was still there when last observed. */
  readonly next: State | null;
}

export interface OccupancyStep<State extends string = string> {
  readonly time: number;
  /** Share in each state from this time on; they add up to 1. */
  readonly shares: Readonly<Record<State, number>>;
  /** Watched in each state just before. */
  readonly atRisk: Readonly<Record<State, number>>;
}

/**
 * The general Aalen-Johansen estimate p(t) = p(0) Π (I + ΔA): which share is in which state over time, from stays of
 * all, with moves back and late entries. Everybody begins in `initial`. O(n log n + times · states²).
 *
 * Aalen & Johansen 1978, Scand J Stat 5:141.
 */
export function occupancy<State extends string>(
  stays: readonly Stay<State>[],
  states: readonly State[],
  initial: State,
):
  | { readonly kind: 'occupancy'; readonly steps: readonly OccupancyStep<State>[] }
  | Unavailable<'nobody-at-risk'> {
  const observable = stays.filter(({ from, to }) => from < to);
  if (observable.length === 0) return unavailable('nobody-at-risk');
  const exits = observable.toSorted((a, b) => a.to - b.to);
  const entries = observable.toSorted((a, b) => a.from - b.from);
  const record = (valueOf: (state: State) => number) =>
    Object.fromEntries(states.map((state) => [state, valueOf(state)])) as Record<State, number>;
  const atRisk = record(() => 0);
  let shares = record((state) => (state === initial ? 1 : 0));
  const steps: OccupancyStep<State>[] = [];
  let entered = 0;
  for (let first = 0; first < exits.length;) {
    const time = exits[first]!.to;
    for (; entered < entries.length && entries[entered]!.from < time; entered += 1)
      atRisk[entries[entered]!.state] += 1;
    const before = { ...atRisk };
    const moved = { ...shares };
    for (; first < exits.length && exits[first]!.to === time; first += 1) {
      const { state, next } = exits[first]!;
      atRisk[state] -= 1;
      if (next === null || next === state) continue;
      moved[state] -= shares[state] / before[state];
      moved[next] += shares[state] / before[state];
    }
    // What is left of a state that everybody has left is rounding.
    shares = record((state) => (Math.abs(moved[state]) < 1e-14 ? 0 : moved[state]));
    steps.push({ time, shares, atRisk: before });
  }
  return { kind: 'occupancy', steps };
}
