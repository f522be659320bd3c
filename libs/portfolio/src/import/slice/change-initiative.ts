import { minDay } from '@pilotage/analytics';
import type { TenantTx } from '@pilotage/platform';
import type { UnitId } from '@pilotage/tenancy';
import type { InitiativeChange } from '../../change/change-log.js';
import { lockInitiatives } from '../../initiative/initiative-current.js';
import { assignmentOf, liveAssignments, liveRevisions } from '../../initiative/initiative.history.js';
import { isSameProfile, placeOf, type Profile } from '../../initiative/initiative.rules.js';
import { asTimelineRecord, type LiveRecord, liveTimeline } from '../../stage/timeline.queries.js';
import { checkEvent, checkObservation } from '../../stage/stage.rules.js';
import { needsObservation, planDigest, type PlannedEvent, type PlannedFacts } from '../plan/facts.js';
import { type Finding, finding } from '../plan/finding.js';
import { eventRow, observationRow, profileOf } from './create-initiatives.js';
import type { PlannedRow } from './planned-rows.js';
import type { SliceSetting } from './slice-setting.js';

export type ChangedRow = Extract<PlannedRow, { outcome: 'CHANGED' }>;

export interface ChangedInitiative {
  readonly change: InitiativeChange;
  readonly events: number;
  readonly observations: number;
  readonly findings: readonly Finding[];
}

/**
 * Applies to an initiative what the file says differently from the import before: what people changed in between and
 * the file did not touch stays as they made it. What would contradict their records is left out, with a finding.
 */
export async function changeInitiative(
  tx: TenantTx,
  setting: SliceSetting,
  row: ChangedRow,
  units: ReadonlyMap<string, UnitId>,
): Promise<ChangedInitiative> {
  await lockInitiatives(tx, [row.initiativeId]);
  await reviseProfile(tx, setting, row);
  await moveToUnit(tx, setting, row, units);
  const stages = await changeStages(tx, setting, row);
  await tx.update(
    'import_identity',
    { scheme: setting.scheme, identity: row.identity },
    { planned: JSON.stringify(row.facts), plannedDigest: planDigest(row.facts), importId: setting.importId },
  );
  const days = [row.previous, row.facts].flatMap(({ asOfOn, events }) => [
    asOfOn,
    ...events.map(({ on }) => on),
  ]);
  return { change: { initiativeId: row.initiativeId, fromOn: minDay(days[0]!, ...days) }, ...stages };
}

async function reviseProfile(
  tx: TenantTx,
  { importId }: SliceSetting,
  { initiativeId, facts, previous }: ChangedRow,
): Promise<void> {
  const { base, sameDay } = placeOf(await liveRevisions(tx, initiativeId), facts.asOfOn);
  if (!base) return;
  const [before, now] = [profileOf(previous), profileOf(facts)];
  const fields = Object.keys(now) as (keyof Profile)[];
  const differing = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]));
  const { id: _, effectiveOn: __, ...current } = base;
  const changed: Profile = {
    ...current,
    ...Object.fromEntries(differing.map((field) => [field, now[field]])),
  };
  if (isSameProfile(current, changed)) return;
  const successor = { initiativeId, effectiveOn: facts.asOfOn, importId, ...changed };
  if (sameDay) await tx.history.supersede('initiative_revision', sameDay.id, successor);
  else await tx.history.append('initiative_revision', [successor]);
}

async function moveToUnit(
  tx: TenantTx,
  { importId }: SliceSetting,
  { initiativeId, facts, previous }: ChangedRow,
  units: ReadonlyMap<string, UnitId>,
): Promise<void> {
  if (facts.unit === previous.unit) return;
  const unitId = facts.unit === null ? null : units.get(facts.unit.toLowerCase())!;
  const rows = (await liveAssignments(tx, initiativeId)).filter(({ kind }) => kind === 'UNIT');
  const { base, sameDay } = placeOf(rows, facts.asOfOn);
  if ((base?.unitId ?? null) === unitId) return;
  const successor = { initiativeId, effectiveOn: facts.asOfOn, importId, ...assignmentOf('UNIT', unitId) };
  if (sameDay) await tx.history.supersede('initiative_assignment', sameDay.id, successor);
  else await tx.history.append('initiative_assignment', [successor]);
}

async function changeStages(
  tx: TenantTx,
  { importId }: SliceSetting,
  { initiativeId, facts, previous }: ChangedRow,
): Promise<Omit<ChangedInitiative, 'change'>> {
  const findings: Finding[] = [];
  let events = 0;
  for (const event of facts.events) {
    const before = previous.events.find(({ stage }) => stage === event.stage);
    if (before && isSameEvent(before, event)) continue;
    const timeline = await liveTimeline(tx, initiativeId);
    const imported =
      before && timeline.find((record) => record.kind === 'EVENT' && isSameEvent(record, before));
    if ((before && !imported) || !fits(event, timeline, imported, facts)) {
      findings.push(finding('STAGE_KEPT', null, `${event.stage} ${event.on}`));
      continue;
    }
    const row = eventRow(importId, initiativeId, event);
    if (imported) await tx.history.supersede('stage_event', imported.id, row);
    else await tx.history.append('stage_event', [row]);
    events += 1;
  }
  if (!needsObservation(facts, previous)) return { events, observations: 0, findings };
  const timeline = (await liveTimeline(tx, initiativeId)).map(asTimelineRecord);
  const isSeen = timeline.some((record) => record.kind === 'observation' && record.on === facts.asOfOn && record.stage === facts.stage); // prettier-ignore
  if (isSeen) return { events, observations: 0, findings };
  if (checkObservation({ stage: facts.stage!, on: facts.asOfOn }, timeline, facts.asOfOn)) {
    findings.push(finding('STAGE_KEPT', null, `${facts.stage} ${facts.asOfOn}`));
    return { events, observations: 0, findings };
  }
  await tx.history.append('stage_observation', [observationRow(importId, initiativeId, facts)]);
  return { events, observations: 1, findings };
}

/** By the rules that people's own records must obey. */
function fits(
  event: PlannedEvent,
  timeline: LiveRecord[],
  replaced: LiveRecord | undefined,
  { asOfOn }: PlannedFacts,
): boolean {
  const others = timeline.filter((record) => record !== replaced).map(asTimelineRecord);
  return checkEvent({ ...event, reason: null, successorId: null }, others, asOfOn) === null;
}

const isSameEvent = (a: PlannedEvent, b: PlannedEvent): boolean =>
  a.stage === b.stage && a.on === b.on && a.precision === b.precision;
