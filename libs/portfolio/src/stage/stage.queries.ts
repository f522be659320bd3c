import type { Day, Precision, Stage } from '@pilotage/analytics';
import type { MemberId, TenantReadTx } from '@pilotage/platform';
import type { InitiativeId } from '../initiative/initiative.types.js';

export interface StageRecordRow {
  readonly id: string;
  readonly initiativeId: InitiativeId;
  readonly kind: 'EVENT' | 'OBSERVATION';
  readonly stage: Stage;
  readonly on: Day;
  readonly precision: Precision;
  readonly reason: string | null;
  readonly source: string;
  readonly successorId: InitiativeId | null;
  readonly recordedAt: Date;
  readonly recordedById: MemberId | null;
  readonly supersededAt: Date | null;
  readonly supersededReason: string | null;
  readonly replacedBy: string | null;
}

/** Everything recorded of these initiatives' stages, superseded rows included, newest day first. */
export function stageRecords(tx: TenantReadTx, ids: readonly InitiativeId[]): Promise<StageRecordRow[]> {
  return tx.query<StageRecordRow>(
    `select s.id, s.initiative_id as "initiativeId", s.kind, s.stage, s.on_day::text as on, s.precision, s.reason, s.source,
            s.successor_id as "successorId", s.recorded_at as "recordedAt", s.recorded_by as "recordedById",
            s.superseded_at as "supersededAt",
            s.superseded_reason as "supersededReason", n.id as "replacedBy"
       from stage_record s
       left join stage_record n on n.tenant_id = s.tenant_id and n.initiative_id = s.initiative_id
             and n.fact_id = s.fact_id and n.recorded_at = s.superseded_at
      where s.tenant_id = $1 and s.initiative_id = any($2)
      order by s.on_day desc, s.kind_rank desc, app.stage_rank(s.stage) desc, s.recorded_at desc, s.id desc`,
    [tx.ctx.tenantId, ids],
  );
}
