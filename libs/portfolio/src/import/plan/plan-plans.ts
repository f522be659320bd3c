import type { StagePlanRow } from '../../stage/stage-plan.queries.js';
import type { PlannedEvent } from './facts.js';
import { type DateColumnOf, type FactsChange, isSameEvent } from './plan-change.js';

export interface PlansChange {
  /** `replaces` is the live plan for the same stage. */
  readonly made: readonly { readonly plan: PlannedEvent; readonly replaces: string | null }[];
  /** Live plans that the file has no more. */
  readonly dropped: readonly string[];
}

type LivePlan = Pick<StagePlanRow, 'id' | 'stage' | 'on' | 'precision'>;

/** What of the plans of a row is new to the live ones of its initiative. */
export function planPlansChange(
  { previous, facts }: FactsChange,
  live: readonly LivePlan[],
  columnOf: DateColumnOf,
): PlansChange {
  const before = previous.plans ?? [];
  const now = facts.plans ?? [];
  const liveOf = ({ stage }: PlannedEvent): LivePlan | undefined => live.find((plan) => plan.stage === stage);
  const isLive = (plan: PlannedEvent): boolean => live.some((other) => isSameEvent(plan, other));
  return {
    made: now.filter((plan) => !isLive(plan)).map((plan) => ({ plan, replaces: liveOf(plan)?.id ?? null })),
    dropped: before
      .filter((plan) => columnOf(plan.stage) !== null && !now.some(({ stage }) => stage === plan.stage))
      .flatMap((plan) => (isLive(plan) ? (liveOf(plan)?.id ?? []) : [])),
  };
}
