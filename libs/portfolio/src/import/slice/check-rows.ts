import type { TenantReadTx, TenantTx } from '@pilotage/platform';
import type { UnitService } from '@pilotage/tenancy';
import type { ImportCounts } from '../import.types.js';
import { needsObservation } from '../plan/facts.js';
import { unitName } from '../plan/plan.js';
import { isChanged, stageChanges, sumOf } from './change-initiatives.js';
import { countOutcomes, storeOutcomes } from './outcomes.js';
import { planRows } from './planned-rows.js';
import type { SliceRow, SliceSetting } from './slice-setting.js';
import { storeFindings } from './store-findings.js';

/** Says what would become of rows, and what was found in them, by the same rules as the import itself; makes nothing. */
export async function checkRows(
  tx: TenantTx,
  setting: SliceSetting,
  rows: readonly SliceRow[],
): Promise<Partial<ImportCounts>> {
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

/** How many units the whole import would make; only all of its rows together tell. */
export async function countNewUnits(
  tx: TenantReadTx,
  units: UnitService,
  setting: SliceSetting,
): Promise<number> {
  const { importId, mapping, planner } = setting;
  if (mapping.unit == null) return 0;
  const rows = await tx.query<{ name: string | null }>(
    `select distinct cells ->> $3::int as name from import_row
      where tenant_id = $1 and import_id = $2 and outcome in ('CREATED', 'CHANGED')`,
    [tx.ctx.tenantId, importId, mapping.unit],
  );
  const { all } = await units.tree(tx, { on: mapping.asOfOn });
  const known = new Set(all.map(({ name }) => name.toLowerCase()));
  const names = new Set(rows.map(({ name }) => unitName(planner.textOf([name ?? ''], 0)).toLowerCase()));
  return [...names].filter((name) => name !== '' && !known.has(name)).length;
}
