import type { TenantReadTx, TenantTx } from '@pilotage/platform';
import type { ImportId } from '../import.types.js';
import { firstAndLast, type SliceRow } from './slice-setting.js';

/** What a row has in common with others of the same identity. */
export interface Kin {
  /** Another one has other cells. */
  readonly isShared: boolean;
  /** An earlier one has the same cells. */
  readonly isRepeated: boolean;
}

/**
 * Writes down which rows have kin: one pass over the file. Looked up for each batch, as many rows as share one identity
 * would be read again for each of them.
 */
export async function findKin(tx: TenantTx, importId: ImportId): Promise<void> {
  await tx.delete('import_kin', { importId });
  await tx.query(
    `insert into import_kin (tenant_id, import_id, row_number, identity, is_shared, is_repeated)
     select * from (
       select tenant_id, import_id, row_number, identity, min(digest) over kin <> max(digest) over kin as is_shared,
              row_number() over (partition by identity, digest order by row_number) > 1 as is_repeated
         from import_row
        where tenant_id = $1 and import_id = $2 and identity is not null
       window kin as (partition by identity)) found
      where is_shared or is_repeated`,
    [tx.ctx.tenantId, importId],
  );
}

/** The kin of neighbouring rows, by row number; none for most. */
export async function readKin(
  tx: TenantReadTx,
  importId: ImportId,
  rows: readonly SliceRow[],
): Promise<ReadonlyMap<number, Kin>> {
  const found = await tx.query<Kin & { rowNumber: number }>(
    `select row_number as "rowNumber", is_shared as "isShared", is_repeated as "isRepeated" from import_kin
      where tenant_id = $1 and import_id = $2 and row_number between $3 and $4`,
    [tx.ctx.tenantId, importId, ...firstAndLast(rows)],
  );
  return new Map(found.map((kin) => [kin.rowNumber, kin]));
}

/** Those of the identities that rows of a file share which have other cells. */
export async function sharedIn(
  tx: TenantReadTx,
  importId: ImportId,
  identities: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ identity: string }>(
    `select wanted.identity from unnest($3::text[]) as wanted(identity)
      where exists (select from import_kin k where k.tenant_id = $1 and k.import_id = $2
                       and k.identity = wanted.identity and k.is_shared)`,
    [tx.ctx.tenantId, importId, identities],
  );
  return new Set(rows.map(({ identity }) => identity));
}
