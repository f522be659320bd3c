import { type Day, minDay } from '@pilotage/analytics';
import type { TenantReadTx, TenantTx } from '@pilotage/platform';
import type { UnitId } from '@pilotage/tenancy';
import type { InitiativeChange } from '../../change/change-log.js';
import {
  assignmentOf,
  type AssignmentRow,
  liveAssignments,
  liveRevisions,
  type RevisionRow,
} from '../../initiative/initiative.history.js';
import { changedFields, placeOf, type Profile } from '../../initiative/initiative.rules.js';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import { livePlans } from '../../stage/stage-plan.queries.js';
import { asTimelineRecord, liveTimelines } from '../../stage/timeline.queries.js';
import type { Finding } from '../plan/finding.js';
import { planStageChange, type StageChange } from '../plan/plan-change.js';
import { planPlansChange, type PlansChange } from '../plan/plan-plans.js';
import { eventRow, observationRow, planRow, profileOf } from './create-initiatives.js';
import type { PlannedRow } from './planned-rows.js';
import { dateColumnOf, type SliceSetting } from './slice-setting.js';

export type ChangedRow = Extract<PlannedRow, { outcome: 'CHANGED' }>;
export const isChanged = (row: PlannedRow): row is ChangedRow => row.outcome === 'CHANGED';

/** A changed row with what of it is applied to the stages of its initiative. */
export interface StagedRow {
  readonly row: ChangedRow;
  readonly stages: StageChange;
  readonly plans: PlansChange;
}

/** A row of history to write: in the place of a live one, or beside it. */
interface HistoryRow {
  readonly replaces: string | null;
  readonly row: object;
}

/** One that holds from a day on, with the day from which it is seen. */
interface DatedRow extends HistoryRow {
  readonly initiativeId: InitiativeId;
  readonly fromOn: Day;
}

/** Holds the changed rows against what was recorded since the import before; two statements for all of them. */
export async function stageChanges(
  tx: TenantReadTx,
  setting: SliceSetting,
  rows: readonly ChangedRow[],
): Promise<StagedRow[]> {
  if (rows.length === 0) return [];
  const records = Map.groupBy(await liveTimelines(tx, idsOf(rows)), ({ initiativeId }) => initiativeId);
  const planned = Map.groupBy(await livePlans(tx, idsOf(rows)), ({ initiativeId }) => initiativeId);
  const columnOf = dateColumnOf(setting);
  return rows.map((row) => ({
    row,
    stages: planStageChange(row, (records.get(row.initiativeId) ?? []).map(asTimelineRecord), columnOf),
    plans: planPlansChange(row, planned.get(row.initiativeId) ?? [], columnOf),
  }));
}

/** What the changed rows add, and what was found in them. */
export function sumOf(staged: readonly StagedRow[]): {
  events: number;
  observations: number;
  plans: number;
  found: { rowNumber: number; findings: readonly Finding[] }[];
} {
  return {
    events: staged.reduce((sum, { stages }) => sum + stages.events.length, 0),
    observations: staged.filter(({ stages }) => stages.isObserved).length,
    plans: staged.reduce((sum, { plans }) => sum + plans.made.length, 0),
    found: staged.map(({ row: { rowNumber }, stages: { findings } }) => ({ rowNumber, findings })),
  };
}

/**
 * Applies to initiatives what the file says differently from the import before: what people changed in between and the
 * file did not touch stays as they made it. The caller has locked them. As many statements for one row as for fifty.
 */
export async function changeInitiatives(
  tx: TenantTx,
  { importId, mapping }: SliceSetting,
  staged: readonly StagedRow[],
  units: ReadonlyMap<string, UnitId>,
): Promise<InitiativeChange[]> {
  if (staged.length === 0) return [];
  const rows = staged.map(({ row }) => row);
  const revisions = Map.groupBy(await liveRevisions(tx, idsOf(rows)), ({ initiativeId }) => initiativeId);
  const assigned = Map.groupBy(await liveAssignments(tx, idsOf(rows)), ({ initiativeId }) => initiativeId);
  const revised = rows.flatMap((row) => revisionOf(row, revisions.get(row.initiativeId) ?? [], importId));
  const moved = rows.flatMap((row) => unitOf(row, assigned.get(row.initiativeId) ?? [], units, importId));
  await write(tx, 'initiative_revision', revised);
  await write(tx, 'initiative_assignment', moved);
  await retract(
    tx,
    importId,
    'stage_event',
    staged.flatMap(({ row: { initiativeId }, stages }) =>
      stages.removed.map((rowId) => ({ initiativeId, rowId })),
    ),
    `The file imported as of ${mapping.asOfOn} had this date no more.`,
  );
  await write(
    tx,
    'stage_event',
    staged.flatMap(({ row, stages }) =>
      stages.events.map(({ event, replaces }) => ({
        replaces,
        row: eventRow(importId, row.initiativeId, row.facts, event),
      })),
    ),
  );
  await tx.history.append(
    'stage_observation',
    staged
      .filter(({ stages }) => stages.isObserved)
      .map(({ row }) => observationRow(importId, row.initiativeId, row.facts)),
  );
  await retract(
    tx,
    importId,
    'stage_plan',
    staged.flatMap(({ row: { initiativeId }, plans }) =>
      plans.dropped.map((rowId) => ({ initiativeId, rowId })),
    ),
    `The file imported as of ${mapping.asOfOn} had this plan no more.`,
  );
  await write(
    tx,
    'stage_plan',
    staged.flatMap(({ row, plans }) =>
      plans.made.map(({ plan, replaces }) => ({
        replaces,
        row: planRow(importId, row.initiativeId, row.facts, plan),
      })),
    ),
  );
  const changes = rows.map(({ initiativeId, previous, facts }) => {
    const events = [...previous.events, ...facts.events];
    return { initiativeId, fromOn: minDay(previous.asOfOn, facts.asOfOn, ...events.map(({ on }) => on)) };
  });
  return [...Map.groupBy([...changes, ...revised, ...moved], ({ initiativeId }) => initiativeId)].map(
    ([initiativeId, [first, ...others]]) => ({
      initiativeId,
      fromOn: minDay(first!.fromOn, ...others.map(({ fromOn }) => fromOn)),
    }),
  );
}

const idsOf = (rows: readonly ChangedRow[]) => rows.map(({ initiativeId }) => initiativeId);

function revisionOf(
  { initiativeId, facts, previous }: ChangedRow,
  live: readonly RevisionRow[],
  importId: string,
): DatedRow[] {
  const { base, sameDay, fromOn } = placeOf(live, facts.asOfOn);
  if (!base) return [];
  const { id: _, effectiveOn: __, ...current } = base;
  const now = profileOf(facts);
  const said = changedFields(profileOf(previous), now).map((field) => [field, now[field]] as const);
  const changed: Profile = { ...current, ...Object.fromEntries(said) };
  if (changedFields(current, changed).length === 0) return [];
  const row = { ...changed, initiativeId, effectiveOn: facts.asOfOn, importId };
  return [{ initiativeId, fromOn, replaces: sameDay?.id ?? null, row }];
}

function unitOf(
  { initiativeId, facts, previous }: ChangedRow,
  live: readonly AssignmentRow[],
  units: ReadonlyMap<string, UnitId>,
  importId: string,
): DatedRow[] {
  if (facts.unit === previous.unit) return [];
  const unitId = facts.unit === null ? null : units.get(facts.unit.toLowerCase())!;
  const ofUnits = live.filter(({ kind }) => kind === 'UNIT');
  const { base, sameDay, fromOn } = placeOf(ofUnits, facts.asOfOn);
  if ((base?.unitId ?? null) === unitId) return [];
  const row = { initiativeId, effectiveOn: facts.asOfOn, importId, ...assignmentOf('UNIT', unitId) };
  return [{ initiativeId, fromOn, replaces: sameDay?.id ?? null, row }];
}

/** Takes rows back, and writes down that this import did: undone, it gives them back. */
async function retract(
  tx: TenantTx,
  importId: string,
  tableName: string,
  rows: readonly { readonly initiativeId: InitiativeId; readonly rowId: string }[],
  why: string,
): Promise<void> {
  await tx.history.supersedeAll(
    tableName,
    rows.map(({ rowId }) => ({ liveRowId: rowId, successor: null })),
    why,
  );
  await tx.insert(
    'import_retraction',
    rows.map((row) => ({ ...row, importId, tableName })),
  );
}

async function write(tx: TenantTx, table: string, rows: readonly HistoryRow[]): Promise<void> {
  await tx.history.supersedeAll(
    table,
    rows.flatMap(({ replaces, row }) => (replaces ? [{ liveRowId: replaces, successor: row }] : [])),
  );
  await tx.history.append(
    table,
    rows.flatMap(({ replaces, row }) => (replaces ? [] : [row])),
  );
}
