import type { Stage } from '@pilotage/analytics';
import { checkEvent, checkObservation, type TimelineRecord } from '../../stage/stage.rules.js';
import { needsObservation, type PlannedEvent, type PlannedFacts } from './facts.js';
import { type Finding, finding } from './finding.js';

/** What an earlier file made of a row, and what this one says of it. */
export interface FactsChange {
  readonly previous: PlannedFacts;
  readonly facts: PlannedFacts;
}

export interface StageChange {
  /** Entries into stages; `replaces` is the record that an earlier import made of the same date. */
  readonly events: readonly { readonly event: PlannedEvent; readonly replaces: string | null }[];
  /** Records to take back: the file has no such date any more. */
  readonly removed: readonly string[];
  /** Whether the stage is kept as seen on the day of the file. */
  readonly isObserved: boolean;
  readonly findings: readonly Finding[];
}

/** The column that dates the entry into a stage in every row; null when this file has none. */
export type DateColumnOf = (stage: Stage) => number | null;

/**
 * What of a change is applied to the live records of an initiative. What would contradict what people recorded or
 * corrected since the import before is left out, with a finding.
 */
export function planStageChange(
  change: FactsChange,
  recorded: readonly TimelineRecord[],
  columnOf: DateColumnOf,
): StageChange {
  const { previous, facts } = change;
  const removal = removeDates(change, recorded, columnOf);
  const findings = [...removal.findings];
  const events: StageChange['events'][number][] = [];
  let timeline = recorded.filter(({ id }) => !removal.removed.includes(id));
  for (const event of facts.events) {
    const before = ofStage(previous, event.stage);
    if (before && isSameEvent(before, event)) continue;
    const imported = before && recordOf(before, timeline);
    const others = timeline.filter((record) => record !== imported);
    // By the rules that people's own records must obey.
    const problem = checkEvent({ ...event, reason: null, successorId: null }, others, facts.asOfOn);
    if ((before && !imported) || problem) {
      findings.push(finding('STAGE_KEPT', null, words(event)));
      continue;
    }
    events.push({ event, replaces: imported?.id ?? null });
    timeline = [...others, { kind: 'event', id: event.stage, reason: null, ...event }];
  }
  const observation = planObservation(change, timeline);
  return {
    events,
    removed: removal.removed,
    isObserved: observation === 'seen',
    findings: [
      ...findings,
      ...(observation === 'contradicted'
        ? [finding('STAGE_KEPT', null, `${facts.stage} ${facts.asOfOn}`)]
        : []),
    ],
  };
}

/** Dates of the file before that this one has no more; those of columns that it does not have at all stay. */
function removeDates(
  { previous, facts }: FactsChange,
  timeline: readonly TimelineRecord[],
  columnOf: DateColumnOf,
): Pick<StageChange, 'removed' | 'findings'> {
  const removed: string[] = [];
  const findings: Finding[] = [];
  for (const event of previous.events) {
    const column = columnOf(event.stage);
    if (column === null || ofStage(facts, event.stage)) continue;
    const imported = recordOf(event, timeline);
    if (imported) {
      removed.push(imported.id);
      findings.push(finding('DATE_REMOVED', column, words(event)));
    } else if (timeline.some(({ kind, stage }) => kind === 'event' && stage === event.stage))
      findings.push(finding('STAGE_KEPT', column, words(event)));
  }
  return { removed, findings };
}

function planObservation(
  { previous, facts }: FactsChange,
  timeline: readonly TimelineRecord[],
): 'seen' | 'contradicted' | 'nothing' {
  const { stage, asOfOn: on } = facts;
  if (stage === null || !needsObservation(facts, previous)) return 'nothing';
  if (timeline.some((record) => record.kind === 'observation' && record.on === on && record.stage === stage))
    return 'nothing';
  return checkObservation({ stage, on }, timeline, on) ? 'contradicted' : 'seen';
}

/**
 * The facts to compare the next file with: dates whose columns this file does not have are still those of the file
 * before.
 */
export function rememberedFacts({ previous, facts }: FactsChange, columnOf: DateColumnOf): PlannedFacts {
  const kept = ({ stage }: PlannedEvent): boolean => columnOf(stage) === null;
  const plans = [...(facts.plans ?? []), ...(previous.plans ?? []).filter(kept)];
  return {
    ...facts,
    events: [
      ...facts.events,
      ...previous.events.filter((event) => kept(event) && !ofStage(facts, event.stage)),
    ],
    ...(plans.length > 0 && { plans }),
  };
}

const ofStage = ({ events }: PlannedFacts, stage: Stage): PlannedEvent | undefined =>
  events.find((event) => event.stage === stage);

/** The record of an entry as imported, unless people corrected it since. */
const recordOf = (event: PlannedEvent, timeline: readonly TimelineRecord[]): TimelineRecord | undefined =>
  timeline.find((record) => record.kind === 'event' && isSameEvent(record, event));

export const isSameEvent = (a: PlannedEvent, b: PlannedEvent): boolean =>
  a.stage === b.stage && a.on === b.on && a.precision === b.precision;

const words = ({ stage, on }: PlannedEvent): string => `${stage} ${on}`;
