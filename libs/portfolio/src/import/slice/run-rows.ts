import type { TenantTx } from '@pilotage/platform';
import type { UnitService } from '@pilotage/tenancy';
import { markChanged } from '../../change/change-log.js';
import { lockInitiatives, refreshCurrent } from '../../initiative/initiative-current.js';
import type { ImportCounts } from '../import.types.js';
import { changeInitiatives, isChanged, stageChanges, sumOf } from './change-initiatives.js';
import { createInitiatives, type CreatedRow } from './create-initiatives.js';
import { countOutcomes, storeOutcomes } from './outcomes.js';
import { type PlannedRow, planRows } from './planned-rows.js';
import { rememberRows } from './remember-rows.js';
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
  const changedRows = planned.filter(isChanged);
  // Before the history lock, as every writer of an initiative's history: the other order could deadlock.
  await lockInitiatives(
    tx,
    changedRows.map(({ initiativeId }) => initiativeId),
  );
  const staged = await stageChanges(tx, setting, changedRows);
  const units = await findUnits(tx, unitService, setting, planned);
  const created = await createInitiatives(tx, setting, planned.filter(isCreated), units.byName);
  const changes = [...created.changes, ...(await changeInitiatives(tx, setting, staged, units.byName))];
  await rememberRows(tx, setting, planned);
  await tx.insert(
    'import_unit',
    units.made.map((unitId) => ({ importId: setting.importId, unitId })),
  );
  await refreshCurrent(
    tx,
    changes.map(({ initiativeId }) => initiativeId),
  );
  await markChanged(tx, changes);
  await storeOutcomes(tx, setting.importId, planned, created.initiatives);
  const { events, observations, plans, found } = sumOf(staged);
  return {
    ...countOutcomes(planned),
    events: created.events + events,
    observations: created.observations + observations,
    plans: created.plans + plans,
    units: units.made.length,
    findings: await storeFindings(tx, setting.importId, [...planned, ...found]),
  };
}

const isCreated = (row: PlannedRow): row is CreatedRow => row.outcome === 'CREATED';

async function findUnits(
  tx: TenantTx,
  service: UnitService,
  { mapping }: SliceSetting,
  rows: readonly PlannedRow[],
): ReturnType<UnitService['findOrCreate']> {
  const names = new Set(
    rows.flatMap((row) => (isCreated(row) || isChanged(row) ? (row.facts.unit ?? []) : [])),
  );
  if (names.size === 0) return { byName: new Map(), made: [] };
  return service.findOrCreate(tx, names, mapping.asOfOn);
}
