import {
  type Day,
  day,
  EARLIEST_DAY,
  firstDayOf,
  lastDayOf,
  type Precision,
  type Stage,
  type StageEntry,
  stageEntries,
  type StageEvent,
  type StageObservation,
  STAGES,
} from '@pilotage/analytics';

const END_OF_TIME = day('9999-12-31');

/** A live record of an initiative's timeline. */
export type TimelineRecord =
  | ({ readonly kind: 'event'; readonly reason: string | null } & StageEvent)
  | ({ readonly kind: 'observation' } & StageObservation);

export interface ProposedEvent {
  readonly stage: Stage;
  readonly on: Day;
  readonly precision: Precision;
  readonly reason: string | null;
  readonly successorId: string | null;
}

export interface ProposedObservation {
  readonly stage: Stage;
  readonly on: Day;
}

/** Why something may not be recorded, and what to do about it. */
export type StageProblem =
  | { readonly kind: 'invalid'; readonly field: 'on' | 'reason' | 'successorId'; readonly message: string }
  | { readonly kind: 'contradiction'; readonly recordId: string; readonly message: string };

/**
 * Whether an entry into a stage fits the timeline; null when it does. Moves back are legal, and so is passing through a
 * stage within one day. What does not fit: entering the stage it is in; going on after its end without a reason (which
 * makes it a reopening); a coarse date that leaves open which of two events came first.
 */
export function checkEvent(
  proposed: ProposedEvent,
  timeline: readonly TimelineRecord[],
  today: Day,
): StageProblem | null {
  const { before, after } = around({ ...proposed, kind: 'event' }, timeline);
  return (
    checkDay(proposed.on, today) ??
    checkSuccessor(proposed) ??
    checkCoarse(proposed, timeline) ??
    checkSameStage(proposed.stage, before, after) ??
    checkEnd(proposed, before, after)
  );
}

/** Whether having been seen in a stage on a day fits the timeline; null when it does. Another stage than expected does. */
export function checkObservation(
  proposed: ProposedObservation,
  timeline: readonly TimelineRecord[],
  today: Day,
): StageProblem | null {
  const { before, after } = around({ ...proposed, kind: 'observation' }, timeline);
  const sameDay = timeline.find((record) => record.on === proposed.on && record.stage !== proposed.stage);
  if (sameDay)
    return contradiction(
      sameDay,
      `On that day it is already recorded as ${described(sameDay)}. Correct that record, or choose another day.`,
    );
  return checkDay(proposed.on, today) ?? checkEnd({ ...proposed, reason: null }, before, after);
}

/** The stored day of a coarse date is the first of its period. */
export const storedDay = (on: Day, precision: Precision): Day => firstDayOf(on, precision);

const PROPOSED = '';

function around(
  proposed: { kind: 'event' | 'observation'; stage: Stage; on: Day; precision?: Precision },
  timeline: readonly TimelineRecord[],
): { before: TimelineRecord[]; after: TimelineRecord[] } {
  const { kind, stage, on, precision = 'DAY' } = proposed;
  const own = { id: PROPOSED, stage, on, precision };
  const ordered: StageEntry[] = stageEntries(
    {
      events: [...timeline.filter((record) => record.kind === 'event'), ...(kind === 'event' ? [own] : [])],
      observations: [
        ...timeline.filter((record) => record.kind === 'observation'),
        ...(kind === 'observation' ? [own] : []),
      ],
    },
    END_OF_TIME,
  );
  const position = ordered.findIndex((entry) => entry.id === PROPOSED);
  const recordOf = (entry: StageEntry): TimelineRecord => timeline.find(({ id }) => id === entry.id)!;
  return {
    before: ordered.slice(0, position).map(recordOf),
    after: ordered.slice(position + 1).map(recordOf),
  };
}

function checkDay(on: Day, today: Day): StageProblem | null {
  if (on < EARLIEST_DAY)
    return { kind: 'invalid', field: 'on', message: `The day must not lie before ${EARLIEST_DAY}.` };
  if (on > today)
    return {
      kind: 'invalid',
      field: 'on',
      message: `The day lies in the future (today is ${today}). Record what happened; what is planned is not a stage entry.`,
    };
  return null;
}

function checkSuccessor({ stage, successorId }: ProposedEvent): StageProblem | null {
  if (!successorId || stage === 'ENDED') return null;
  return {
    kind: 'invalid',
    field: 'successorId',
    message: 'Only an end can have a successor. Choose the stage Ended, or leave the successor out.',
  };
}

/** "Mar 2024" and 15 Mar 2024: the stored first day of the month would put them in an order that nobody stated. */
function checkCoarse(proposed: ProposedEvent, timeline: readonly TimelineRecord[]): StageProblem | null {
  const clash = timeline.find(
    (record) =>
      record.kind === 'event' &&
      record.on !== proposed.on &&
      overlap(proposed, record) &&
      record.on < proposed.on !== rankOf(record.stage) < rankOf(proposed.stage),
  );
  if (!clash) return null;
  return contradiction(
    clash,
    `It is recorded as ${described(clash)}, and ${dated(proposed)} leaves open which came first. Give the exact day.`,
  );
}

function checkSameStage(
  stage: Stage,
  before: readonly TimelineRecord[],
  after: readonly TimelineRecord[],
): StageProblem | null {
  const current = before.at(-1);
  if (current?.stage === stage)
    return contradiction(
      current,
      `It is already recorded as ${described(current)}. Correct the date of that record, or confirm the stage instead.`,
    );
  const next = after.find((record) => record.kind === 'event' || record.stage !== stage);
  if (next?.kind === 'event' && next.stage === stage)
    return contradiction(
      next,
      `It is recorded as ${described(next)}, with no other stage in between. Correct the date of that record instead.`,
    );
  return null;
}

function checkEnd(
  { stage, reason }: { stage: Stage; reason: string | null },
  before: readonly TimelineRecord[],
  after: readonly TimelineRecord[],
): StageProblem | null {
  const current = before.at(-1);
  if (stage !== 'ENDED' && current?.stage === 'ENDED' && !reason)
    return contradiction(
      current,
      `It is recorded as ${described(current)}. Record its reopening with a reason, or correct or retract the end.`,
    );
  const next = after[0];
  if (stage === 'ENDED' && next && next.stage !== 'ENDED' && !(next.kind === 'event' && next.reason))
    return contradiction(
      next,
      `After that day it is recorded as ${described(next)}. Choose a later day for the end, or correct that record.`,
    );
  return null;
}

const contradiction = ({ id }: TimelineRecord, message: string): StageProblem => ({
  kind: 'contradiction',
  recordId: id,
  message,
});

const WORDS: Record<Stage, string> = {
  IDEA: 'an idea',
  PILOT: 'in pilot',
  LIMITED_PRODUCTION: 'in limited production',
  PRODUCTION: 'in production',
  SCALED: 'scaled',
  ENDED: 'ended',
};

const described = (record: TimelineRecord): string =>
  record.kind === 'event'
    ? `${WORDS[record.stage]} since ${dated(record)}`
    : `seen ${WORDS[record.stage]} on ${record.on}`;

function dated({ on, precision }: { on: Day; precision: Precision }): string {
  if (precision === 'YEAR') return on.slice(0, 4);
  if (precision === 'QUARTER') return `the quarter from ${on}`;
  return precision === 'MONTH' ? on.slice(0, 7) : on;
}

function overlap(a: { on: Day; precision: Precision }, b: { on: Day; precision: Precision }): boolean {
  return a.on <= lastDayOf(b.on, b.precision) && b.on <= lastDayOf(a.on, a.precision);
}

const rankOf = (stage: Stage): number => STAGES.indexOf(stage);
