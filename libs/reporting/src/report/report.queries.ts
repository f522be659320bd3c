import { type TenantReadTx, type TenantTx } from '@pilotage/platform';
import { initiativeKey } from '@pilotage/portfolio';
import { type ComputedReport } from './compute-report.js';
import { type Report, type ReportId, type ReportKind, type ReportResult } from './report.js';

/** A stored report is done; before that its receipt tells how far it is. Receipts go long after the work failed. */
const REPORT = `
  select r.id, r.kind, r.quarter, r.filter, r.known_at as "knownAt", r.receipt_id as "receiptId",
         case when r.finished_at is not null then 'DONE' when o.state = 'DONE' then 'RUNNING' else coalesce(o.state, 'FAILED') end as state,
         case when r.finished_at is not null then 1 when o.total_steps > 0 then o.done_steps::float8 / o.total_steps end as progress,
         r.requested_at as "requestedAt", r.requested_by as "requestedBy", r.finished_at as "finishedAt",
         case when r.finished_at is null then o.error end as error,
         r.result_digest as "resultDigest", r.manifest, r.rerun_of as "rerunOf"
    from report r left join outbox o on o.tenant_id = r.tenant_id and o.id = r.receipt_id
   where r.tenant_id = $1`;

export async function findReports(tx: TenantReadTx, ids: readonly string[]): Promise<Report[]> {
  return tx.query<Report>(`${REPORT} and r.id = any ($2::uuid[])`, [tx.ctx.tenantId, ids]);
}

export interface ReportPosition {
  /** As SQL text. */
  readonly requestedAt: string;
  readonly id: string;
}

/** Reports as asked for, newest first; reruns hang on theirs. */
export function listReports(
  tx: TenantReadTx,
  { kind, after, limit }: { kind: ReportKind | null; after: ReportPosition | null; limit: number },
): Promise<(Report & { readonly position: string })[]> {
  const params: unknown[] = [tx.ctx.tenantId, limit];
  const byKind = kind ? ` and r.kind = $${params.push(kind)}` : '';
  const beyond = after
    ? ` and (r.requested_at, r.id) < ($${params.push(after.requestedAt)}::timestamptz, $${params.push(after.id)}::uuid)`
    : '';
  const sql = REPORT.replace('select r.id', 'select r.requested_at::text as position, r.id');
  return tx.query(
    `${sql} and r.rerun_of is null${byKind}${beyond} order by r.requested_at desc, r.id desc limit $2`,
    params,
  );
}

export async function countReports(tx: TenantReadTx, kind: ReportKind | null): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from report
      where tenant_id = $1 and rerun_of is null and ($2::text is null or kind = $2)`,
    [tx.ctx.tenantId, kind],
  );
  return row?.count ?? 0;
}

/** By id; what is not stored yet is left out. */
export async function findResults(
  tx: TenantReadTx,
  ids: readonly ReportId[],
): Promise<Map<ReportId, ReportResult>> {
  const rows = await tx.query<{ id: ReportId; result: ReportResult }>(
    'select id, result from report where tenant_id = $1 and id = any ($2::uuid[]) and result is not null',
    [tx.ctx.tenantId, ids],
  );
  return new Map(rows.map(({ id, result }) => [id, result]));
}

/** How initiatives are called, by id; who has no row is left out. */
export async function readNames(tx: TenantReadTx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; keyNumber: number; name: string }>(
    `select initiative_id as id, key_number as "keyNumber", name from initiative_current
      where tenant_id = $1 and initiative_id = any ($2::uuid[])`,
    [tx.ctx.tenantId, ids],
  );
  return new Map(rows.map(({ id, keyNumber, name }) => [id, `${initiativeKey(keyNumber)} ${name}`]));
}

/** Stores the result unless somebody did meanwhile, who then stored the same. Returns whether it was stored. */
export async function storeResult(tx: TenantTx, id: ReportId, computed: ComputedReport): Promise<boolean> {
  const stored = await tx.query(
    `update report set finished_at = now(), result = $3, result_digest = $4, manifest = $5
      where tenant_id = $1 and id = $2 and finished_at is null returning id`,
    [
      tx.ctx.tenantId,
      id,
      JSON.stringify(computed.result),
      computed.resultDigest,
      JSON.stringify(computed.manifest),
    ],
  );
  return stored.length > 0;
}
