import { OPEN_WORK, type OperatorDatabase, type TenantId } from '@pilotage/platform';
import type { Cursor } from '@pilotage/platform/graphql';

export interface OperatorTenantRow {
  readonly id: TenantId;
  readonly slug: string;
  readonly name: string;
  readonly isSuspended: boolean;
  readonly isSample: boolean;
  readonly createdAt: Date;
  /** People who have accepted. */
  readonly members: number;
}

const TENANT = `
  t.id, t.slug, t.name, t.status = 'SUSPENDED' as "isSuspended", t.is_sample as "isSample", t.created_at as "createdAt",
  (select count(*)::int from membership m where m.tenant_id = t.id and m.is_active) as members`;

const MATCHES = `($1::text is null or strpos(t.slug, $1) > 0 or strpos(lower(t.name), $1) > 0)`;

/** By slug, one more than asked for. */
export async function tenantsPage(
  operator: OperatorDatabase,
  page: { search: string | null; first: number; after: Cursor | null },
): Promise<{ rows: OperatorTenantRow[]; totalCount: number }> {
  const search = page.search?.trim().toLowerCase() || null;
  const [rows, counted] = await Promise.all([
    operator.query<OperatorTenantRow>(
      `select ${TENANT} from tenant t
        where ${MATCHES} and ($2::text is null or t.slug > $2) order by t.slug limit $3 + 1`,
      [search, page.after?.value ?? null, page.first],
    ),
    operator.query<{ count: number }>(`select count(*)::int as count from tenant t where ${MATCHES}`, [
      search,
    ]),
  ]);
  return { rows, totalCount: counted[0]!.count };
}

export async function tenantById(
  operator: OperatorDatabase,
  id: TenantId,
): Promise<OperatorTenantRow | null> {
  const [row] = await operator.query<OperatorTenantRow>(`select ${TENANT} from tenant t where t.id = $1`, [
    id,
  ]);
  return row ?? null;
}

export interface QueueCounts {
  readonly pending: number;
  readonly running: number;
  readonly failed: number;
  /** Seconds the oldest work that may run has waited; null when none waits. */
  readonly oldestPendingSeconds: number | null;
}

/** The queue of all tenants, from the receipts alone. The work of suspended ones waits on purpose and is left out. */
export async function queueCounts(operator: Pick<OperatorDatabase, 'query'>): Promise<QueueCounts> {
  const [row] = await operator.query<QueueCounts>(
    `select count(*) filter (where state = 'PENDING')::int as pending,
            count(*) filter (where state in ('ADMITTED', 'RUNNING'))::int as running,
            count(*) filter (where state = 'FAILED')::int as failed,
            extract(epoch from now() - min(coalesce(o.not_before, o.created_at))
              filter (where state = 'PENDING' and (o.not_before is null or o.not_before <= now())))::int as "oldestPendingSeconds"
       from outbox o left join tenant t on t.id = o.tenant_id
      where o.${OPEN_WORK} and t.status is distinct from 'SUSPENDED'`,
  );
  return row!;
}
