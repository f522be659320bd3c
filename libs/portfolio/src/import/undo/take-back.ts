import type { Day } from '@pilotage/analytics';
import type { TenantTx } from '@pilotage/platform';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import type { ImportId } from '../import.types.js';

/** The rows of a history table: all, or those of some initiatives. Names are column names. */
export interface HistoryOf {
  readonly table: string;
  readonly day: string;
  readonly of: { readonly column: string; readonly ids: readonly InitiativeId[] } | null;
}

export interface TakenBack {
  readonly initiativeId: InitiativeId | null;
  readonly on: Day;
  /** What the row had replaced, which holds again. */
  readonly beforeId: string | null;
  readonly beforeOn: Day | null;
}

/**
 * Takes back the live rows that an import wrote, and lets what they had replaced hold again. A row that people corrected
 * since is superseded, and stays so.
 */
export async function takeBack(
  tx: TenantTx,
  importId: ImportId,
  { table, day, of }: HistoryOf,
  why: string,
): Promise<TakenBack[]> {
  const within = of ? `and r.${of.column} = any($3)` : '';
  // The same initiative beside the fact: that is what the index of the history begins with.
  const sameFact = (row: string) =>
    `${row}.tenant_id = $1 ${of ? `and ${row}.${of.column} = r.${of.column}` : ''} and ${row}.fact_id = r.fact_id`;
  const rows = await tx.query<TakenBack & { id: string }>(
    `select r.id, ${of ? `r.${of.column}` : 'null::uuid'} as "initiativeId", r.${day}::text as on,
            b.id as "beforeId", b.${day}::text as "beforeOn"
       from ${table} r left join lateral (
         select b.id, b.${day} from ${table} b
          where ${sameFact('b')} and b.recorded_at < (
                select min(f.recorded_at) from ${table} f where ${sameFact('f')} and f.import_id = $2)
          order by b.recorded_at desc limit 1) b on true
      where r.tenant_id = $1 and r.import_id = $2 and r.superseded_at is null ${within}`,
    [tx.ctx.tenantId, importId, ...(of ? [of.ids] : [])],
  );
  await tx.history.supersedeAll(
    table,
    rows.map(({ id }) => ({ liveRowId: id, successor: null })),
    why,
  );
  await tx.history.restoreAll(
    table,
    rows.flatMap(({ beforeId }) => beforeId ?? []),
  );
  return rows;
}
