import type { Day, Precision, Stage } from '@pilotage/analytics';
import type { TenantReadTx } from '@pilotage/platform';
import type { InitiativeId } from '../initiative/initiative.types.js';

/** A stage that was planned to be entered. */
export interface StagePlanRow {
  readonly id: string;
  readonly initiativeId: InitiativeId;
  readonly stage: Stage;
  readonly on: Day;
  readonly precision: Precision;
  /** The day on which that was the plan. */
  readonly statedOn: Day;
}

/** The live plans of these initiatives, by day; at most one for each stage. */
export const livePlans = (tx: TenantReadTx, ids: readonly InitiativeId[]): Promise<StagePlanRow[]> =>
  tx.query<StagePlanRow>(
    `select id, initiative_id as "initiativeId", stage, planned_on::text as on, precision, stated_on::text as "statedOn"
       from stage_plan where tenant_id = $1 and initiative_id = any($2) and superseded_at is null
      order by planned_on, app.stage_rank(stage)`,
    [tx.ctx.tenantId, ids],
  );
