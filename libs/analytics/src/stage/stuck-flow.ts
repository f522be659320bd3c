import { type Day } from '../calendar/day.js';
import { sumOf } from '../common/sum.js';
import { type PilotExit } from './pilot-journey.js';
import { type PilotStanding } from './stuck-pilot.js';

/** One initiative at two report days. */
export interface StandingPair {
  readonly before: PilotStanding;
  readonly now: PilotStanding;
  /** How it left the pilot in between; null when it did not, or moved to another stage. */
  readonly exit: PilotExit | null;
}

/** Why a pilot is no longer counted as stuck: how it left, or its standing now (`not-in-pilot`: another stage). */
export type StuckOutflowCause = PilotExit | Exclude<PilotStanding['kind'], 'stuck'>;

/** Stuck pilots between two days. */
export interface StuckFlow {
  /** Stuck on the first day. */
  readonly before: number;
  readonly inflow: number;
  readonly outflow: number;
  readonly outflowBy: ReadonlyMap<StuckOutflowCause, number>;
  /** Stuck on the second: before + inflow − outflow. */
  readonly now: number;
}

/** Stock and flow of stuck pilots between two days; a stock that stands still can hide as many going in as out. */
export function stuckFlow(pairs: readonly StandingPair[]): StuckFlow {
  const outflowBy = new Map<StuckOutflowCause, number>();
  let [before, inflow, outflow] = [0, 0, 0];
  for (const pair of pairs) {
    const [wasStuck, isStuck] = [pair.before.kind === 'stuck', pair.now.kind === 'stuck'];
    if (wasStuck) before += 1;
    if (isStuck && !wasStuck) inflow += 1;
    if (!wasStuck || pair.now.kind === 'stuck') continue;
    outflow += 1;
    const cause = pair.now.kind === 'not-in-pilot' ? (pair.exit ?? pair.now.kind) : pair.now.kind;
    outflowBy.set(cause, (outflowBy.get(cause) ?? 0) + 1);
  }
  return { before, inflow, outflow, outflowBy, now: before + inflow - outflow };
}

/** What a stuck pilot has cost since its limit: spend after `limitDay`, up to and including `asOf`. */
export function carryingCost(
  spend: readonly { readonly on: Day; readonly amount: number }[],
  limitDay: Day,
  asOf: Day,
): number {
  return sumOf(spend.filter(({ on }) => limitDay < on && on <= asOf).map(({ amount }) => amount));
}
