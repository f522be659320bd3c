import { currentStage } from '@pilotage/analytics';
import type { TenantTx } from '@pilotage/platform';
import { markChanged } from '../../change/change-log.js';
import { lockInitiatives, refreshCurrent } from '../../initiative/initiative-current.js';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import { checkEvent, checkObservation, type TimelineRecord } from '../../stage/stage.rules.js';
import { asTimelineRecord, liveTimelines } from '../../stage/timeline.queries.js';
import type { ImportCounts, ImportId } from '../import.types.js';
import type { AbsenceChoice } from '../match/match.types.js';
import { registerOf } from './register-of.js';
import type { SliceSetting } from './slice-setting.js';

const AT_ONCE = 50;

/**
 * Another row of the file may be each initiative, and is looked up for each: as a join, which the offset prevents, it
 * could be searched for in the whole file.
 */
export const LIST_ABSENCES = `
with absent as materialized (
  select distinct k.initiative_id
    from import_identity k
    join import i on i.tenant_id = $1 and i.id = k.import_id and i.register_id is not distinct from $5
    join initiative_current c on c.tenant_id = $1 and c.initiative_id = k.initiative_id
   where k.tenant_id = $1 and not $4 and c.stage is distinct from 'ENDED' and c.last_observed_on < $3
     and not exists (select from import_row r where r.tenant_id = $1 and r.import_id = $2
                        and r.initiative_id = k.initiative_id offset 0)
), listed_again as (
  delete from import_absence
   where tenant_id = $1 and import_id = $2 and initiative_id = any(array(
         select initiative_id from import_absence where tenant_id = $1 and import_id = $2
         except select initiative_id from absent))
)
insert into import_absence (tenant_id, import_id, initiative_id) select $1, $2, initiative_id from absent
on conflict do nothing`;

/**
 * Writes down which living initiatives of the file's register, last seen before the day of the file, it does not list.
 * What a part of a register does not list is not absent. Choices that people made already stay.
 */
export async function listAbsences(tx: TenantTx, setting: SliceSetting): Promise<void> {
  const { importId, mapping } = setting;
  const { asOfOn, isPartial } = mapping;
  await tx.query(LIST_ABSENCES, [
    tx.ctx.tenantId,
    importId,
    asOfOn,
    isPartial,
    await registerOf(tx, setting),
  ]);
}

export async function countAbsences(tx: TenantTx, importId: ImportId): Promise<Partial<ImportCounts>> {
  const [counts] = await tx.query<Partial<ImportCounts>>(
    `select count(*)::int as absent,
            count(*) filter (where choice = 'RUNNING' and problem is null)::int as "absentRunning",
            count(*) filter (where choice in ('ENDED', 'MERGED') and problem is null)::int as "absentEnded"
       from import_absence where tenant_id = $1 and import_id = $2`,
    [tx.ctx.tenantId, importId],
  );
  return counts!;
}

interface Absence {
  readonly initiativeId: InitiativeId;
  readonly choice: AbsenceChoice;
  readonly successorId: InitiativeId | null;
}

/**
 * Records what people said of absent initiatives, by the rules that their own records must obey; what does not fit is
 * left as it was, with the reason. Returns how many it took; 0 when all are done.
 */
export async function applyAbsences(tx: TenantTx, setting: SliceSetting): Promise<number> {
  const { importId } = setting;
  const absences = await tx.query<Absence>(
    `select initiative_id as "initiativeId", choice, successor_id as "successorId" from import_absence
      where tenant_id = $1 and import_id = $2 and choice is not null and not is_applied
      order by initiative_id limit $3`,
    [tx.ctx.tenantId, importId, AT_ONCE],
  );
  if (absences.length === 0) return 0;
  const ids = absences.map(({ initiativeId }) => initiativeId);
  await lockInitiatives(tx, ids);
  const timelines = Map.groupBy(await liveTimelines(tx, ids), ({ initiativeId }) => initiativeId);
  const planned = absences.map((absence) => ({
    ...absence,
    ...planAbsence(absence, (timelines.get(absence.initiativeId) ?? []).map(asTimelineRecord), setting),
  }));
  await tx.history.append(
    'stage_event',
    planned.flatMap(({ event }) => event ?? []),
  );
  await tx.history.append(
    'stage_observation',
    planned.flatMap(({ observation }) => observation ?? []),
  );
  const written = planned.filter(({ problem }) => problem === null);
  await refreshCurrent(
    tx,
    written.map(({ initiativeId }) => initiativeId),
  );
  await markChanged(
    tx,
    written.map(({ initiativeId }) => ({ initiativeId, fromOn: setting.mapping.asOfOn })),
  );
  await tx.query(
    `update import_absence a set is_applied = true, problem = p.problem
       from jsonb_to_recordset($3::jsonb) as p("initiativeId" uuid, problem text)
      where a.tenant_id = $1 and a.import_id = $2 and a.initiative_id = p."initiativeId"`,
    [tx.ctx.tenantId, importId, JSON.stringify(planned)],
  );
  return absences.length;
}

interface PlannedAbsence {
  readonly event: object | null;
  readonly observation: object | null;
  readonly problem: string | null;
}

function planAbsence(
  { initiativeId, choice, successorId }: Absence,
  timeline: readonly TimelineRecord[],
  { importId, mapping: { asOfOn } }: SliceSetting,
): PlannedAbsence {
  const common = { initiativeId, source: 'IMPORT', importId, precision: 'DAY' };
  const reason = `Absent from the file of ${asOfOn}.`;
  if (choice === 'RUNNING') {
    const events = timeline.filter((record) => record.kind === 'event');
    const observations = timeline.filter((record) => record.kind === 'observation');
    const current = currentStage({ events, observations }, asOfOn);
    if (current.kind === 'unknown') return refused('It has no stage that could be confirmed.');
    const { stage } = current;
    const problem = checkObservation({ stage, on: asOfOn }, timeline, asOfOn);
    if (problem) return refused(problem.message);
    return { event: null, observation: { ...common, stage, seenOn: asOfOn, reason }, problem: null };
  }
  const event = { stage: 'ENDED', on: asOfOn, precision: 'DAY', reason, successorId } as const;
  const problem = checkEvent(event, timeline, asOfOn);
  if (problem) return refused(problem.message);
  const { on: enteredOn, ...columns } = event;
  return { event: { ...common, ...columns, enteredOn }, observation: null, problem: null };
}

const refused = (problem: string): PlannedAbsence => ({ event: null, observation: null, problem });
