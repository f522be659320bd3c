import { type Day } from '@pilotage/analytics';
import { type TenantReadTx } from '@pilotage/platform';

/** How current the facts of live pages are. */
export interface FactStatus {
  /** Initiatives whose facts are still to be computed. */
  readonly pending: number;
  /** Null before the first. */
  readonly factsAt: Date | null;
}

/** @param days the quarter ends that a page wants; where facts of one are not kept yet, all initiatives are pending */
export async function readFactStatus(tx: TenantReadTx, days: readonly Day[]): Promise<FactStatus> {
  const [status] = await tx.query<FactStatus>(
    `select case when coalesce($2::date[] <@ c.quarter_ends, false)
                 then (select count(distinct initiative_id) from change_log where tenant_id = $1)
                 else (select count(*) from initiative where tenant_id = $1) end::int as pending,
            c.refreshed_at as "factsAt"
       from (select) one left join fact_calendar c on c.tenant_id = $1`,
    [tx.ctx.tenantId, days],
  );
  return status ?? { pending: 0, factsAt: null };
}
