import { addDays, type Day, daysBetween, maxDay, minDay } from '../calendar/day.js';
import { lastDayOf } from '../calendar/precision.js';
import { type CurrentStage } from './stage-log.js';

/** House rule, set per organisation; all in days. */
export interface PilotLimits {
  /** Limit without a plan, and the most a plan can give. */
  readonly most: number;
  /** The least a plan can give: a two-week pilot is not stuck after four. */
  readonly least: number;
  readonly overdueGrace: number;
  readonly decisionGrace: number;
  readonly longestPause: number;
  /** Part of the limit from which a pilot is watched. */
  readonly watchShare: number;
}

/** House rules, in days: a year at most, half a year at least. */
export const DEFAULT_PILOT_LIMITS: PilotLimits = {
  most: 365,
  least: 180,
  overdueGrace: 30,
  decisionGrace: 90,
  longestPause: 180,
  watchShare: 0.75,
};

/** What is known of the way forward on the day. `NOT_RECORDED` is what nobody was asked for; `NONE` is an answer. */
export interface PilotPlan {
  readonly plannedDays: number | null;
  readonly productionDate: Day | 'NONE' | 'NOT_RECORDED';
  readonly runBudget: 'APPROVED' | 'NONE' | 'NOT_RECORDED';
  /** The pilot met its goal on this day and no decision followed; null when not met, or decided. */
  readonly goalMetUndecidedSince: Day | null;
  /** The owner was asked for the plan at least once; from then on silence counts as none. */
  readonly ownerWasAsked: boolean;
  /** A formal pause (with owner and reason) that covers the day. */
  readonly pause: { readonly from: Day; readonly until: Day } | null;
  /** End of the first extension granted; a second one does not count. */
  readonly extendedUntil: Day | null;
}

/** Why there is no accepted way forward. */
export type StuckReason =
  | 'no-production-date'
  | 'production-date-overdue'
  | 'no-run-budget'
  | 'goal-met-undecided'
  | 'plan-not-given';

/** How a pilot stands on a day. Only `stuck` counts as stuck; the others are shown beside it. */
export type PilotStanding =
  | { readonly kind: 'not-in-pilot' }
  /** Only ever observed in pilot: its age is not known. */
  | { readonly kind: 'age-unknown' }
  /** Longer than the limit in limited production: listed beside stuck pilots, or one step would hide them. */
  | ({ readonly kind: 'long-in-limited-production' } & PilotAge)
  | ({
      readonly kind:
        'within-limit' | 'watch' | 'slow-but-moving' | 'paused' | 'extended' | 'plan-not-recorded';
    } & PilotAge)
  | ({ readonly kind: 'stuck'; readonly reasons: readonly StuckReason[] } & PilotAge);

export interface PilotAge {
  /** Days in the stage, up to the last observation; the fewest that a coarse date of entry allows. */
  readonly ageDays: number;
  readonly limitDays: number;
  /** Spend after this day is the carrying cost of a stuck pilot. */
  readonly limitDay: Day;
}

/**
 * Whether a pilot is stuck on a day: in pilot for longer than its limit, without an accepted way forward, and not
 * formally paused. A pilot over its limit that is dated, funded and not overdue is slow, not stuck. Who entered "in 2024"
 * is as old as from the last day of 2024: nobody is over a limit who may not be.
 */
export function pilotStanding(
  current: CurrentStage,
  plan: PilotPlan,
  watch: { readonly lastObservedOn: Day | null; readonly asOf: Day },
  limits: PilotLimits = DEFAULT_PILOT_LIMITS,
): PilotStanding {
  if (current.kind === 'unknown' || (current.stage !== 'PILOT' && current.stage !== 'LIMITED_PRODUCTION')) {
    return { kind: 'not-in-pilot' };
  }
  if (!current.since) return current.stage === 'PILOT' ? { kind: 'age-unknown' } : { kind: 'not-in-pilot' };
  const since = lastDayOf(current.since.on, current.since.precision);
  const seenOn = maxDay(since, minDay(watch.lastObservedOn ?? watch.asOf, watch.asOf));
  const limitDays = current.stage === 'PILOT' ? pilotLimitDays(plan.plannedDays, limits) : limits.most;
  const age: PilotAge = {
    ageDays: daysBetween(since, seenOn),
    limitDays,
    limitDay: addDays(since, limitDays),
  };
  const isOver = age.ageDays > limitDays;
  if (current.stage === 'LIMITED_PRODUCTION') {
    return isOver ? { kind: 'long-in-limited-production', ...age } : { kind: 'not-in-pilot' };
  }
  if (!isOver)
    return { kind: age.ageDays > limits.watchShare * limitDays ? 'watch' : 'within-limit', ...age };
  if (isPaused(plan, watch.asOf, limits)) return { kind: 'paused', ...age };
  if (plan.extendedUntil !== null && watch.asOf <= plan.extendedUntil) return { kind: 'extended', ...age };
  const reasons = stuckReasons(plan, watch.asOf, limits);
  if (reasons.length > 0) return { kind: 'stuck', reasons, ...age };
  const isRecorded = plan.productionDate !== 'NOT_RECORDED' && plan.runBudget !== 'NOT_RECORDED';
  return { kind: isRecorded ? 'slow-but-moving' : 'plan-not-recorded', ...age };
}

/** min(max(2 × planned days, least), most); `most` without a plan. */
export function pilotLimitDays(
  plannedDays: number | null,
  limits: PilotLimits = DEFAULT_PILOT_LIMITS,
): number {
  return plannedDays === null ? limits.most : Math.min(Math.max(2 * plannedDays, limits.least), limits.most);
}

function isPaused({ pause }: PilotPlan, asOf: Day, limits: PilotLimits): boolean {
  return (
    pause !== null &&
    pause.from <= asOf &&
    asOf <= pause.until &&
    daysBetween(pause.from, pause.until) <= limits.longestPause
  );
}

function stuckReasons(plan: PilotPlan, asOf: Day, limits: PilotLimits): StuckReason[] {
  const { productionDate, runBudget, goalMetUndecidedSince, ownerWasAsked } = plan;
  const reasons: StuckReason[] = [];
  const isDated = productionDate !== 'NONE' && productionDate !== 'NOT_RECORDED';
  if (productionDate === 'NONE') reasons.push('no-production-date');
  if (isDated && daysBetween(productionDate, asOf) > limits.overdueGrace)
    reasons.push('production-date-overdue');
  if (runBudget === 'NONE') reasons.push('no-run-budget');
  if (goalMetUndecidedSince && daysBetween(goalMetUndecidedSince, asOf) > limits.decisionGrace)
    reasons.push('goal-met-undecided');
  const isSilent = productionDate === 'NOT_RECORDED' || runBudget === 'NOT_RECORDED';
  if (isSilent && ownerWasAsked) reasons.push('plan-not-given');
  return reasons;
}
