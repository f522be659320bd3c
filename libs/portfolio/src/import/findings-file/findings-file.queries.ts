import type { TenantReadTx } from '@pilotage/platform';
import type { ImportId } from '../import.types.js';

/** What of the findings is wanted: those of one kind, those of skipped rows, or (null) all that somebody should look at. */
export type FindingsKind = { readonly code: string } | 'SKIPPED' | null;

export interface FoundRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly findings: readonly {
    readonly code: string;
    readonly column: number | null;
    readonly value: string | null;
    readonly message: string;
  }[];
}

/** Rows of the file with what was found in them, in the order of the file. */
export function foundRows(
  tx: TenantReadTx,
  importId: ImportId,
  kind: FindingsKind,
  after: number,
  limit: number,
): Promise<FoundRow[]> {
  const code = kind !== null && kind !== 'SKIPPED' ? kind.code : null;
  const severities = kind === 'SKIPPED' ? ['ROW_SKIPPED'] : ['ROW_SKIPPED', 'WARNING'];
  return tx.query<FoundRow>(
    `with page as (
       select distinct row_number from import_finding
        where tenant_id = $1 and import_id = $2 and row_number > $3
          and case when $5::text is null then severity = any($6::text[]) else code = $5 end
        order by row_number limit $4
     ), found as (
       select f.row_number, jsonb_agg(jsonb_build_object('code', f.code, 'column', f.column_index, 'value', f.value,
                                                         'message', f.message) order by f.id) as findings
         from page p join import_finding f on f.tenant_id = $1 and f.import_id = $2 and f.row_number = p.row_number
        group by f.row_number
     )
     select r.row_number as "rowNumber", r.cells, f.findings
       from found f join import_row r on r.tenant_id = $1 and r.import_id = $2 and r.row_number = f.row_number
      order by r.row_number`,
    [tx.ctx.tenantId, importId, after, limit, code, severities],
  );
}
