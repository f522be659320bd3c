import type { Day } from '@pilotage/analytics';
import type { TenantTx } from '@pilotage/platform';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import type { ImportId } from '../import.types.js';

interface MadeRow {
  readonly rowNumber: number;
  readonly id: InitiativeId;
}

/** Records which of the new initiatives people said to be split off from known ones. */
export async function recordSplits(
  tx: TenantTx,
  importId: ImportId,
  seenOn: Day,
  made: readonly MadeRow[],
): Promise<void> {
  const origins = await tx.query<{ rowNumber: number; originId: InitiativeId }>(
    `select d.row_number as "rowNumber", d.split_from_id as "originId"
       from import_decision d join initiative_current c on c.tenant_id = $1 and c.initiative_id = d.split_from_id
      where d.tenant_id = $1 and d.import_id = $2 and d.row_number = any($3)`,
    [tx.ctx.tenantId, importId, made.map(({ rowNumber }) => rowNumber)],
  );
  const idOf = new Map(made.map(({ rowNumber, id }) => [rowNumber, id]));
  await tx.history.append(
    'initiative_split',
    origins.map(({ rowNumber, originId }) => ({
      initiativeId: idOf.get(rowNumber),
      originId,
      seenOn,
      source: 'IMPORT',
      importId,
    })),
  );
}
