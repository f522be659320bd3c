import type { Day, Precision, Stage } from '@pilotage/analytics';
import type { TenantReadTx } from '@pilotage/platform';
import type { InitiativeId } from '../initiative/initiative.types.js';
import type { TimelineRecord } from './stage.rules.js';

export interface LiveRecord {
  readonly id: string;
  readonly kind: 'EVENT' | 'OBSERVATION';
  readonly initiativeId: InitiativeId;
  readonly stage: Stage;
  readonly on: Day;
  readonly precision: Precision;
  readonly reason: string | null;
  readonly successorId: InitiativeId | null;
}

const RECORD_COLUMNS = `id, kind, initiative_id as "initiativeId", stage, on_day::text as on, precision, reason,
  successor_id as "successorId"`;

/** The live records of these initiatives, in no order. */
export const liveTimelines = (tx: TenantReadTx, ids: readonly InitiativeId[]): Promise<LiveRecord[]> =>
  tx.query<LiveRecord>(
    `select ${RECORD_COLUMNS} from stage_record
      where tenant_id = $1 and initiative_id = any($2) and superseded_at is null`,
    [tx.ctx.tenantId, ids],
  );

/** A record by its id, live or superseded; whether the caller may see it is not asked. */
export async function findRecord(tx: TenantReadTx, id: string): Promise<LiveRecord | null> {
  const [row] = await tx.query<LiveRecord>(
    `select ${RECORD_COLUMNS} from stage_record where tenant_id = $1 and id = $2`,
    [tx.ctx.tenantId, id],
  );
  return row ?? null;
}

export const asTimelineRecord = ({ id, kind, stage, on, precision, reason }: LiveRecord): TimelineRecord =>
  kind === 'EVENT'
    ? { kind: 'event', id, stage, on, precision, reason }
    : { kind: 'observation', id, stage, on };
