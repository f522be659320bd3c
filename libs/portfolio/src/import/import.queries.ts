import type { TenantReadTx } from '@pilotage/platform';
import type { Cursor } from '@pilotage/platform/graphql';
import type { FindingSeverity } from './plan/finding.js';
import type { ImportId, ImportRow, ImportState } from './import.types.js';

const COLUMNS = `id, state, file_name as "fileName", encoding, delimiter, row_count as "rowCount", columns, mapping, pass,
  next_row as "nextRow", round, counts, as_of_on::text as "asOfOn", error, created_at as "createdAt",
  created_by as "createdBy", started_by as "startedBy", finished_at as "finishedAt"`;

export async function findImport(tx: TenantReadTx, id: string): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(`select ${COLUMNS} from import where tenant_id = $1 and id = $2`, [
    tx.ctx.tenantId,
    id,
  ]);
  return row ?? null;
}

/** As `findImport`, and keeps everybody else from changing it until the transaction ends. */
export async function lockImport(tx: TenantReadTx, id: string): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(
    `select ${COLUMNS} from import where tenant_id = $1 and id = $2 for update`,
    [tx.ctx.tenantId, id],
  );
  return row ?? null;
}

/** Newest first; of one state, or of all for null. */
export function listImports(
  tx: TenantReadTx,
  state: ImportState | null,
  after: Cursor | null,
  limit: number,
): Promise<ImportRow[]> {
  return tx.query<ImportRow>(
    `select ${COLUMNS} from import
      where tenant_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2::timestamptz, $3::uuid))
        and ($5::text is null or state = $5)
      order by created_at desc, id desc limit $4`,
    [tx.ctx.tenantId, after?.value ?? null, after?.id ?? null, limit, state],
  );
}

export async function countImports(tx: TenantReadTx, state: ImportState | null): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from import where tenant_id = $1 and ($2::text is null or state = $2)`,
    [tx.ctx.tenantId, state],
  );
  return row!.count;
}

/** How many findings of the newest finished import somebody should look at; 0 when there is none. */
export async function countOpenFindings(tx: TenantReadTx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from import_finding
      where tenant_id = $1 and severity = any($2::text[]) and import_id = (
            select id from import where tenant_id = $1 and state = 'DONE' order by created_at desc, id desc limit 1)`,
    [tx.ctx.tenantId, OPEN_SEVERITIES],
  );
  return row!.count;
}

/** Of findings that somebody should look at. */
const OPEN_SEVERITIES: readonly FindingSeverity[] = ['ROW_SKIPPED', 'WARNING'];

export interface FindingFilter {
  readonly code: string | null;
  /** Only those that somebody should look at. */
  readonly isOpen: boolean;
}

export interface FindingRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly column: number | null;
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly message: string;
  readonly value: string | null;
}

/** In the order of rows. */
export function listFindings(
  tx: TenantReadTx,
  importId: ImportId,
  { code, isOpen }: FindingFilter,
  after: Cursor | null,
  limit: number,
): Promise<FindingRow[]> {
  return tx.query<FindingRow>(
    `select id, row_number as "rowNumber", column_index as "column", code, severity, message, value
       from import_finding
      where tenant_id = $1 and import_id = $2 ${code === null ? 'and $3::text is null' : 'and code = $3'}
        and ($7::text[] is null or severity = any($7::text[]))
        ${after ? 'and (row_number, id) > ($4::int, $5::uuid)' : 'and $4::int is null and $5::uuid is null'}
      order by row_number, id limit $6`,
    [
      tx.ctx.tenantId,
      importId,
      code,
      after?.value ?? null,
      after?.id ?? null,
      limit,
      isOpen ? OPEN_SEVERITIES : null,
    ],
  );
}

export interface FindingCountRow {
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly message: string;
  readonly count: number;
}

export const isOpen = ({ severity }: { readonly severity: FindingSeverity }): boolean =>
  OPEN_SEVERITIES.includes(severity);

/** What hinders most first. */
export function summariseFindings(tx: TenantReadTx, importId: ImportId): Promise<FindingCountRow[]> {
  return tx.query<FindingCountRow>(
    `select code, severity, message, count(*)::int as count from import_finding
      where tenant_id = $1 and import_id = $2
      group by code, severity, message
      order by array_position(array['ROW_SKIPPED', 'WARNING', 'INFO'], severity), count(*) desc, code`,
    [tx.ctx.tenantId, importId],
  );
}

const MAX_VALUES = 100;

/** What JavaScript takes for white space; PostgreSQL's own class leaves out no-break spaces, which spreadsheets write. */
const SPACE = '[\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]';

/** The distinct values of a column, tidied as those of rows are, most frequent first. */
export function valuesOf(
  tx: TenantReadTx,
  importId: ImportId,
  column: number,
): Promise<{ value: string; count: number }[]> {
  return tx.query(
    `select left(btrim(regexp_replace(coalesce(cells ->> $3::int, ''), '${SPACE}+', ' ', 'g')), 500) as value, count(*)::int as count
       from import_row where tenant_id = $1 and import_id = $2
      group by 1 order by 2 desc, 1 limit $4`,
    [tx.ctx.tenantId, importId, column, MAX_VALUES],
  );
}
