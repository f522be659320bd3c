import type { TenantTx } from '@pilotage/platform';
import type { ImportCounts } from '../import.types.js';
import { needsObservation } from '../plan/facts.js';
import { isChanged, stageChanges, sumOf } from './change-initiatives.js';
import { countOutcomes, storeOutcomes } from './outcomes.js';
import { planRows } from './planned-rows.js';
import { settleMatches } from './settle-matches.js';
import type { SliceRow, SliceSetting } from './slice-setting.js';
import { storeFindings } from './store-findings.js';

/** Says what would become of rows, and what was found in them, by the same rules as the import itself; makes nothing. */
export async function checkRows(
  tx: TenantTx,
  setting: SliceSetting,
  rows: readonly SliceRow[],
): Promise<Partial<ImportCounts>> {
  await settleMatches(tx, setting.importId, rows);
  const planned = await planRows(tx, setting, rows);
  const created = planned.flatMap((row) => (row.outcome === 'CREATED' ? [row.facts] : []));
  const { events, observations, plans, found } = sumOf(
    await stageChanges(tx, setting, planned.filter(isChanged)),
  );
  await storeOutcomes(tx, setting.importId, planned, new Map());
  return {
    ...countOutcomes(planned),
    events: created.reduce((sum, facts) => sum + facts.events.length, events),
    observations: created.filter((facts) => needsObservation(facts, null)).length + observations,
    plans: created.reduce((sum, facts) => sum + (facts.plans?.length ?? 0), plans),
    findings: await storeFindings(tx, setting.importId, [...planned, ...found]),
  };
}
