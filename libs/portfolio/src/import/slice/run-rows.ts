import type { TenantTx } from '@pilotage/platform';
import type { UnitId, UnitService } from '@pilotage/tenancy';
import { markChanged } from '../../change/change-log.js';
import { refreshCurrent } from '../../initiative/initiative-current.js';
import type { ImportCounts } from '../import.types.js';
import { changeInitiative, type ChangedRow } from './change-initiative.js';
import { createInitiatives, type CreatedRow } from './create-initiatives.js';
import { countOutcomes, storeOutcomes } from './outcomes.js';
import { type PlannedRow, planRows } from './planned-rows.js';
import type { SliceRow, SliceSetting } from './slice-setting.js';
import { storeFindings } from './store-findings.js';

/** Makes initiatives of rows, and writes down what was found in them. Returns what came of it. */
export async function runRows(
  tx: TenantTx,
  unitService: UnitService,
  setting: SliceSetting,
  rows: readonly SliceRow[],
): Promise<Partial<ImportCounts>> {
  const planned = await planRows(tx, setting, rows);
  const units = await findUnits(tx, unitService, setting, planned);
  const created = await createInitiatives(tx, setting, planned.filter(isCreated), units.byName);
  const changed = [];
  for (const row of planned.filter(isChanged)) {
    changed.push({ rowNumber: row.rowNumber, ...(await changeInitiative(tx, setting, row, units.byName)) });
  }
  const changes = [...created.changes, ...changed.map(({ change }) => change)];
  await refreshCurrent(
    tx,
    changes.map(({ initiativeId }) => initiativeId),
  );
  await markChanged(tx, changes);
  await storeOutcomes(tx, setting.importId, planned, created.initiatives);
  const findings = await storeFindings(tx, setting.importId, [...planned, ...changed]);
  return {
    ...countOutcomes(planned),
    events: changed.reduce((sum, { events }) => sum + events, created.events),
    observations: changed.reduce((sum, { observations }) => sum + observations, created.observations),
    units: units.made,
    findings,
  };
}

const isCreated = (row: PlannedRow): row is CreatedRow => row.outcome === 'CREATED';
const isChanged = (row: PlannedRow): row is ChangedRow => row.outcome === 'CHANGED';

async function findUnits(
  tx: TenantTx,
  service: UnitService,
  { mapping }: SliceSetting,
  rows: readonly PlannedRow[],
): Promise<{ byName: ReadonlyMap<string, UnitId>; made: number }> {
  const names = new Set(
    rows.flatMap((row) => (isCreated(row) || isChanged(row) ? (row.facts.unit ?? []) : [])),
  );
  if (names.size === 0) return { byName: new Map(), made: 0 };
  return service.findOrCreate(tx, names, mapping.asOfOn);
}
