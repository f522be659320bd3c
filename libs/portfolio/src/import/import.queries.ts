import type { TenantReadTx } from '@pilotage/platform';
import type { Cursor } from '@pilotage/platform/graphql';
import type { DateReading } from './import.graphql.js';
import type { FindingSeverity } from './plan/finding.js';
import { type ImportId, type ImportRow, type ImportState, NO_COUNTS } from './import.types.js';
import { importMapping } from './mapping/mapping.js';

const COLUMNS = `id, state, file_name as "fileName", encoding, delimiter, sheet, header_row as "headerRow",
  row_count as "rowCount", columns, mapping, pass,
  next_row as "nextRow", round, counts, undo_after as "undoAfter", undo_counts as "undoCounts",
  as_of_on::text as "asOfOn", error, units_version as "unitsVersion", mends_import_id as "mendsImportId", created_at as "createdAt",
  created_by as "createdBy", started_by as "startedBy", finished_at as "finishedAt"`;

export async function findImport(tx: TenantReadTx, id: string): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(`select ${COLUMNS} from import where tenant_id = $1 and id = $2`, [
    tx.ctx.tenantId,
    id,
  ]);
  return row ? whole(row) : null;
}

/** As `findImport`, and keeps everybody else from changing it until the transaction ends. */
export async function lockImport(tx: TenantReadTx, id: string): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(
    `select ${COLUMNS} from import where tenant_id = $1 and id = $2 for update`,
    [tx.ctx.tenantId, id],
  );
  return row ? whole(row) : null;
}

/** With what an import of an earlier release did not know yet. */
const whole = (row: ImportRow): ImportRow => ({
  ...row,
  mapping: row.mapping && importMapping.parse(row.mapping),
  counts: row.counts && { ...NO_COUNTS, ...row.counts },
});

/** What the files of these imports are called, in no order. */
export const findNames = (
  tx: TenantReadTx,
  ids: readonly ImportId[],
): Promise<{ id: ImportId; fileName: string }[]> =>
  tx.query(`select id, file_name as "fileName" from import where tenant_id = $1 and id = any($2)`, [
    tx.ctx.tenantId,
    ids,
  ]);

/** One that stopped, or was paused, while it ran. */
export async function findHalfDone(tx: TenantReadTx): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(
    `select ${COLUMNS} from import
      where tenant_id = $1 and (state = 'PAUSED' or (state = 'FAILED' and pass in ('RUN', 'ABSENT')))
      order by created_at desc, id desc limit 1`,
    [tx.ctx.tenantId],
  );
  return row ?? null;
}

/** The newest of those that wrote, were not undone, and ended after this one. */
export async function findFinishedAfter(
  tx: TenantReadTx,
  { id, finishedAt }: Pick<ImportRow, 'id' | 'finishedAt'>,
): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(
    `select ${COLUMNS} from import
      where tenant_id = $1 and id <> $2 and (finished_at, id) > ($3::timestamptz, $2::uuid)
        and (state = 'DONE' or (state = 'CANCELLED' and counts is not null))
      order by finished_at desc, id desc limit 1`,
    [tx.ctx.tenantId, id, finishedAt],
  );
  return row ?? null;
}

/** Newest first; of one state, or of all for null. */
export async function listImports(
  tx: TenantReadTx,
  state: ImportState | null,
  after: Cursor | null,
  limit: number,
): Promise<ImportRow[]> {
  const rows = await tx.query<ImportRow>(
    `select ${COLUMNS} from import
      where tenant_id = $1 and ($5::text is null or state = $5)
        ${after ? 'and (created_at, id) < ($2::timestamptz, $3::uuid)' : 'and $2::text is null and $3::text is null'}
      order by created_at desc, id desc limit $4`,
    [tx.ctx.tenantId, after?.value ?? null, after?.id ?? null, limit, state],
  );
  return rows.map(whole);
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
  readonly importId: ImportId;
  readonly id: string;
  readonly rowNumber: number;
  readonly column: number | null;
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly message: string;
  readonly value: string | null;
  readonly readings: readonly DateReading[];
  readonly isRepaired: boolean;
}

const FINDING_COLUMNS = `import_id as "importId", id, row_number as "rowNumber", column_index as "column", code, severity,
  message, value, is_repaired as "isRepaired",
  coalesce((select jsonb_agg(jsonb_build_object('choice', r ->> 'choice', 'date', r - 'choice'))
              from jsonb_array_elements(readings) as r), '[]') as readings`;

/** Of each import in the order of its rows, at most `limit`, from `after` on. */
export function listFindings(
  tx: TenantReadTx,
  importIds: readonly ImportId[],
  { code, isOpen }: FindingFilter,
  after: Cursor | null,
  limit: number,
): Promise<FindingRow[]> {
  return tx.query<FindingRow>(
    `select f.* from unnest($2::uuid[]) as wanted(id) cross join lateral (
       select ${FINDING_COLUMNS}
         from import_finding
        where tenant_id = $1 and import_id = wanted.id ${code === null ? 'and $3::text is null' : 'and code = $3'}
          and ($7::text[] is null or severity = any($7::text[]))
          ${after ? 'and (row_number, id) > ($4::int, $5::uuid)' : 'and $4::int is null and $5::uuid is null'}
        order by row_number, id limit $6) f
      order by f."importId", f."rowNumber", f.id`,
    [
      tx.ctx.tenantId,
      importIds,
      code,
      after?.value ?? null,
      after?.id ?? null,
      limit,
      isOpen ? OPEN_SEVERITIES : null,
    ],
  );
}

export interface FindingCountRow {
  readonly importId: ImportId;
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly message: string;
  readonly count: number;
  /** It was found beside the header: what only all rows of a column together tell. */
  readonly isOfColumns: boolean;
  readonly examples: readonly FindingRow[];
}

export const isOpen = ({ severity }: { readonly severity: FindingSeverity }): boolean =>
  OPEN_SEVERITIES.includes(severity);

const EXAMPLES = 3;

/** What hinders most first. */
export function summariseFindings(
  tx: TenantReadTx,
  importIds: readonly ImportId[],
): Promise<FindingCountRow[]> {
  return tx.query<FindingCountRow>(
    `select kind.import_id as "importId", kind.code, kind.severity, kind.message, kind.count, kind."isOfColumns",
            (select jsonb_agg(to_jsonb(f)) from (
               select ${FINDING_COLUMNS} from import_finding
                where tenant_id = $1 and import_id = kind.import_id and code = kind.code and message = kind.message
                order by row_number, id limit $3) f) as examples
       from (select f.import_id, f.code, f.severity, f.message, count(*)::int as count,
                    bool_and(f.row_number = i.header_row) as "isOfColumns"
               from import_finding f join import i on i.tenant_id = f.tenant_id and i.id = f.import_id
              where f.tenant_id = $1 and f.import_id = any($2)
              group by f.import_id, f.code, f.severity, f.message) kind
      order by array_position(array['ROW_SKIPPED', 'WARNING', 'INFO'], severity), count desc, code`,
    [tx.ctx.tenantId, importIds, EXAMPLES],
  );
}

/** As many as a list of choices holds. */
export const MOST_VALUES = 100;
/** More different dates no register has. */
export const MOST_DATES = 20_000;

/** What JavaScript takes for white space; PostgreSQL's own class leaves out no-break spaces, which spreadsheets write. */
const SPACE = '[\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]';

export interface ColumnOfImport {
  readonly importId: ImportId;
  readonly column: number;
}

/** The distinct values of columns, tidied as those of rows are, most frequent first. */
export function valuesOf(
  tx: TenantReadTx,
  columns: readonly ColumnOfImport[],
  limit: number,
): Promise<(ColumnOfImport & { value: string; count: number })[]> {
  return tx.query(
    `select wanted."importId", wanted."column", counted.value, counted.count
       from jsonb_to_recordset($2::jsonb) as wanted("importId" uuid, "column" int) cross join lateral (
         select left(btrim(regexp_replace(coalesce(cells ->> wanted."column", ''), '${SPACE}+', ' ', 'g')), 500) as value,
                count(*)::int as count
           from import_row
          where tenant_id = $1 and import_id = wanted."importId"
            and row_number > (select header_row from import where tenant_id = $1 and id = wanted."importId")
          group by 1 order by 2 desc, 1 limit $3) counted
      order by counted.count desc, counted.value`,
    [tx.ctx.tenantId, JSON.stringify(columns), limit],
  );
}

export interface StoredRow {
  readonly importId: ImportId;
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** The first `limit` rows of each file that have something in them, whether header, preamble or data. */
export function firstRowsOf(
  tx: TenantReadTx,
  importIds: readonly ImportId[],
  limit: number,
): Promise<StoredRow[]> {
  return tx.query<StoredRow>(
    `select r.* from unnest($2::uuid[]) as wanted(id) cross join lateral (
       select import_id as "importId", row_number as "rowNumber", cells from import_row
        where tenant_id = $1 and import_id = wanted.id order by row_number limit $3) r
      order by r."importId", r."rowNumber"`,
    [tx.ctx.tenantId, importIds, limit],
  );
}

/** The next `limit` rows below row `after`, in the order of the file. */
export const rowsAfter = (
  tx: TenantReadTx,
  importId: ImportId,
  after: number,
  limit: number,
): Promise<(StoredRow & { readonly digest: string })[]> =>
  tx.query(
    `select import_id as "importId", row_number as "rowNumber", cells, digest from import_row
      where tenant_id = $1 and import_id = $2 and row_number > $3 order by row_number limit $4`,
    [tx.ctx.tenantId, importId, after, limit],
  );
