import type { TenantTx } from '@pilotage/platform';
import type { SliceRow, SliceSetting } from './slice-setting.js';
import { storeOutcomes } from './outcomes.js';
import { planRows } from './planned-rows.js';

/** Writes down which rows are known by their identity, and what there is to find the others by. */
export async function recogniseRows(
  tx: TenantTx,
  setting: SliceSetting,
  rows: readonly SliceRow[],
): Promise<void> {
  const planned = await planRows(tx, setting, rows);
  await storeOutcomes(tx, setting.importId, planned, new Map());
  await tx.insert(
    'import_match',
    planned.flatMap((row) => {
      if (row.outcome !== 'CREATED') return [];
      const { name, unit, externalId, stage } = row.facts;
      const { importId } = setting;
      const { isShared, rowNumber } = row;
      const asked = { isShared, isCompared: false, isLeftOut: false, isOpen: false };
      return [{ importId, rowNumber, name, unit: unit ?? '', externalId, stage, ...asked }];
    }),
  );
}
