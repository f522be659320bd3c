import type { TenantTx } from '@pilotage/platform';
import type { UnitService } from '@pilotage/tenancy';
import { markChanged } from '../../change/change-log.js';
import { lockInitiatives, refreshCurrent } from '../../initiative/initiative-current.js';
import type { ImportedAnswers } from '../import-target.port.js';
import type { ImportCounts } from '../import.types.js';
import { changeInitiatives, isChanged, stageChanges, sumOf } from './change-initiatives.js';
import { createInitiatives, type CreatedRow } from './create-initiatives.js';
import { countOutcomes, storeOutcomes } from './outcomes.js';
import { type PlannedRow, planRows } from './planned-rows.js';
import { rememberRows } from './remember-rows.js';
import { answersOf, sumOfAnswers } from './row-answers.js';
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
  await lockInitiatives(tx, [
    ...changedRows.map(({ initiativeId }) => initiativeId),
    ...answersOf(planned).flatMap(({ initiativeId }) => initiativeId ?? []),
  ]);
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
  const answers = answersOf(planned, created.initiatives);
  const answered = await recordAnswers(tx, setting, answers);
  await storeOutcomes(tx, setting.importId, planned, created.initiatives);
  const { events, observations, plans, found } = sumOf(staged);
  return {
    ...countOutcomes(planned),
    events: created.events + events,
    observations: created.observations + observations,
    plans: created.plans + plans,
    assessments: answered.assessments,
    units: units.made.length,
    findings: await storeFindings(tx, setting.importId, [...planned, ...found, ...answered.found]),
  };
}

async function recordAnswers(
  tx: TenantTx,
  { answering }: SliceSetting,
  answers: readonly ImportedAnswers[],
): Promise<ReturnType<typeof sumOfAnswers>> {
  if (!answering) return sumOfAnswers([], []);
  return sumOfAnswers(answers, await answering.target.record(tx, answering.questionnaire, answers));
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
