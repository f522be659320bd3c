import { minDay, type Stage } from '@pilotage/analytics';
import { newId, type TenantTx } from '@pilotage/platform';
import type { UnitId } from '@pilotage/tenancy';
import type { InitiativeChange } from '../../change/change-log.js';
import { takeKeyNumbers } from '../../initiative/initiative.history.js';
import { EMPTY_PROFILE } from '../../initiative/initiative.rules.js';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import { needsObservation, planDigest, type PlannedEvent, type PlannedFacts } from '../plan/facts.js';
import type { PlannedRow } from './planned-rows.js';
import { recordSplits } from './record-splits.js';
import type { SliceSetting } from './slice-setting.js';

export type CreatedRow = Extract<PlannedRow, { outcome: 'CREATED' }>;

export interface WrittenRows {
  readonly initiatives: ReadonlyMap<number, InitiativeId>;
  readonly changes: readonly InitiativeChange[];
  readonly events: number;
  readonly observations: number;
  readonly plans: number;
}

/** Writes new initiatives: eleven statements, however many there are. */
export async function createInitiatives(
  tx: TenantTx,
  { importId, scheme, mapping }: SliceSetting,
  rows: readonly CreatedRow[],
  units: ReadonlyMap<string, UnitId>,
): Promise<WrittenRows> {
  if (rows.length === 0) return { initiatives: new Map(), changes: [], events: 0, observations: 0, plans: 0 };
  const made = rows.map((row) => ({ ...row, id: newId<'Initiative'>() }));
  // History before the counter, as it is where units were made first: the other order could deadlock.
  const createdAt = await tx.history.instant();
  const firstKey = await takeKeyNumbers(tx, made.length);
  await tx.insert(
    'initiative',
    made.map(({ id }, index) => ({
      id,
      keyNumber: firstKey + index,
      createdAt,
      createdBy: tx.ctx.memberId,
      importId,
    })),
  );
  await tx.history.append(
    'initiative_revision',
    made.map(({ id, facts }) => ({
      ...profileOf(facts),
      initiativeId: id,
      effectiveOn: facts.asOfOn,
      importId,
    })),
  );
  await tx.history.append(
    'initiative_assignment',
    made.flatMap(({ id, facts }) => {
      const unitId = facts.unit === null ? undefined : units.get(facts.unit.toLowerCase());
      return unitId ? [{ initiativeId: id, kind: 'UNIT', unitId, effectiveOn: facts.asOfOn, importId }] : [];
    }),
  );
  const events = made.flatMap(({ id, facts }) =>
    facts.events.map((event) => eventRow(importId, id, facts, event)),
  );
  await tx.history.append('stage_event', events);
  const observations = made.flatMap(({ id, facts }) =>
    needsObservation(facts, null) ? [observationRow(importId, id, facts)] : [],
  );
  await tx.history.append('stage_observation', observations);
  const plans = made.flatMap(({ id, facts }) =>
    (facts.plans ?? []).map((plan) => planRow(importId, id, facts, plan)),
  );
  await tx.history.append('stage_plan', plans);
  await recordSplits(tx, importId, mapping.asOfOn, made);
  await tx.insert(
    'import_identity',
    made.map(({ id, identity, facts }) => ({
      scheme,
      identity,
      initiativeId: id,
      importId,
      planned: facts,
      plannedDigest: planDigest(facts),
    })),
  );
  return {
    initiatives: new Map(made.map(({ rowNumber, id }) => [rowNumber, id])),
    changes: made.map(({ id, facts }) => ({ initiativeId: id, fromOn: firstDay(facts) })),
    events: events.length,
    observations: observations.length,
    plans: plans.length,
  };
}

/** What a file says of an initiative's attributes; what it says nothing of is unknown. */
export function profileOf({ name, summary, kind, externalId, tags, attributes }: PlannedFacts) {
  return { ...EMPTY_PROFILE, name, summary, kind, externalId, tags, attributes };
}

export function eventRow(
  importId: string,
  initiativeId: InitiativeId,
  facts: PlannedFacts,
  { stage, on, precision }: PlannedEvent,
) {
  const reason = reasonOf(facts, stage);
  return { initiativeId, stage, enteredOn: on, precision, reason, source: 'IMPORT', importId };
}

export function observationRow(importId: string, initiativeId: InitiativeId, facts: PlannedFacts) {
  const { stage, asOfOn: seenOn } = facts;
  const reason = stage && reasonOf(facts, stage);
  return { initiativeId, stage, seenOn, precision: 'DAY', reason, source: 'IMPORT', importId };
}

export function planRow(
  importId: string,
  initiativeId: InitiativeId,
  { asOfOn: statedOn }: PlannedFacts,
  { stage, on, precision }: PlannedEvent,
) {
  return { initiativeId, stage, plannedOn: on, precision, statedOn, source: 'IMPORT', importId };
}

const reasonOf = ({ endReason }: PlannedFacts, stage: Stage): string | null =>
  stage === 'ENDED' ? (endReason ?? null) : null;

const firstDay = ({ asOfOn, events }: PlannedFacts) => minDay(asOfOn, ...events.map(({ on }) => on));
