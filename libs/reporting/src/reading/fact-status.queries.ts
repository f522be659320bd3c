import { type Day } from '@pilotage/analytics';
import { type TenantReadTx } from '@pilotage/platform';

/** How current the facts of live pages are. */
export interface FactStatus {
  /** Initiatives whose facts are still to be computed. */
  readonly pending: number;
  /** Null before the first. */
  readonly factsAt: Date | null;
}

/** What never changes by itself, as a stored report. */
export const NOTHING_PENDING: FactStatus = { pending: 0, factsAt: null };

/**
 * @param days the quarter ends that a page wants; where facts of one are not kept yet, all initiatives are pending
 * @param own the units beyond which the caller may not even count; null: not restricted
 */
export async function readFactStatus(
  tx: TenantReadTx,
  days: readonly Day[],
  own: readonly string[] | null = null,
): Promise<FactStatus> {
  const [status] = await tx.query<FactStatus>(
    `select case when coalesce($2::date[] <@ c.quarter_ends, false)
                 then (select count(distinct x.initiative_id) from change_log x where x.tenant_id = $1 and ${IS_OWN})
                 else (select count(*) from initiative_current x where x.tenant_id = $1 and ${IS_OWN}) end::int as pending,
            c.refreshed_at as "factsAt"
       from (select) one left join fact_calendar c on c.tenant_id = $1`,
    [tx.ctx.tenantId, days, own],
  );
  return status ?? NOTHING_PENDING;
}

const IS_OWN = `($3::uuid[] is null or exists (
  select from initiative_current i
   where i.tenant_id = $1 and i.initiative_id = x.initiative_id and i.unit_id = any ($3)))`;
