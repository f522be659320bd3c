import type { TenantTx } from '@pilotage/platform';
import { rowIdentity } from '../plan/row-identity.js';
import { firstAndLast, type SliceRow, type SliceSetting } from './slice-setting.js';

/** Writes down who is who within the file, which only all rows together tell. */
export async function identifyRows(
  tx: TenantTx,
  { importId, mapping }: SliceSetting,
  rows: readonly SliceRow[],
): Promise<void> {
  const identified = rows.map(({ rowNumber, cells }) => ({
    row_number: rowNumber,
    identity: rowIdentity(cells, mapping.identity),
  }));
  await tx.query(
    `update import_row r set identity = i.identity, outcome = null, initiative_id = null
       from jsonb_to_recordset($3::jsonb) as i(row_number int, identity text)
      where r.tenant_id = $1 and r.import_id = $2 and r.row_number = i.row_number
        and r.row_number between $4 and $5`,
    [tx.ctx.tenantId, importId, JSON.stringify(identified), ...firstAndLast(rows)],
  );
}
