import type { TenantTx } from '@pilotage/platform';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import type { ImportCounts, ImportId } from '../import.types.js';
import type { PlannedRow } from './planned-rows.js';
import { firstAndLast } from './slice-setting.js';

export function countOutcomes(rows: readonly PlannedRow[]): Partial<ImportCounts> {
  const count = (outcome: PlannedRow['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  return {
    rows: rows.length,
    skipped: count('SKIPPED'),
    created: count('CREATED'),
    changed: count('CHANGED'),
    unchanged: count('UNCHANGED'),
  };
}

/** Writes down beside each row what became, or would become, of it. */
export async function storeOutcomes(
  tx: TenantTx,
  importId: ImportId,
  rows: readonly PlannedRow[],
  created: ReadonlyMap<number, InitiativeId>,
): Promise<void> {
  const outcomes = rows.map((row) => ({
    row_number: row.rowNumber,
    outcome: row.outcome,
    initiative_id: 'initiativeId' in row ? row.initiativeId : (created.get(row.rowNumber) ?? null),
  }));
  await tx.query(
    `update import_row r set outcome = o.outcome, initiative_id = o.initiative_id
       from jsonb_to_recordset($3::jsonb) as o(row_number int, outcome text, initiative_id uuid)
      where r.tenant_id = $1 and r.import_id = $2 and r.row_number = o.row_number
        and r.row_number between $4 and $5`,
    [tx.ctx.tenantId, importId, JSON.stringify(outcomes), ...firstAndLast(rows)],
  );
}
