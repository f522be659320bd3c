import { lastDayOf, type Stage, STAGES } from '@pilotage/analytics';
import { tidy } from '../file/columns.js';
import type { PlannedEvent } from './facts.js';
import { type Finding, type FindingCode, finding } from './finding.js';
import { planDates } from './plan-dates.js';
import type { RowPlanner } from './row-planner.js';

export interface PlannedStages {
  readonly stage: Stage | null;
  /** The mapping skips rows whose stage column says so. */
  readonly isRowSkipped: boolean;
  /** Why it ended, by the rule that said so. */
  readonly endReason: string | null;
  readonly events: readonly PlannedEvent[];
  readonly plans: readonly PlannedEvent[];
  readonly findings: readonly Finding[];
  /** Columns whose text could not be used; kept as attributes, so that nothing of the file is lost. */
  readonly unusedColumns: readonly number[];
}

/** What a row says of stages: its stage as seen on the day of the file, and an event for each usable date. */
export function planStages(cells: readonly string[], planner: RowPlanner): PlannedStages {
  const named = readStage(cells, planner);
  const { stage, isRowSkipped, endReason } = named;
  const ofDate = (code: FindingCode, { stage: dated }: PlannedEvent): Finding => {
    const column = columnOf(dated, planner);
    return finding(code, column, tidy(planner.textOf(cells, column)));
  };
  const dates = planDates(cells, planner, stage);
  const end = dates.events.find((event) => event.stage === 'ENDED');
  const endDisagrees = end !== undefined && stage !== null && stage !== 'ENDED';
  const kept = endDisagrees ? dates.events.filter((event) => event !== end) : dates.events;
  const dropped = planner.mapping.sameDay === 'DROP' ? overtakenOnTheDay(kept) : [];
  const events = kept.filter((event) => !dropped.includes(event));
  return {
    stage,
    isRowSkipped,
    endReason,
    events,
    plans: dates.plans,
    findings: [
      ...named.findings,
      ...dates.findings,
      ...(endDisagrees ? [ofDate('END_DISAGREES', end)] : []),
      ...dropped.map((event) => ofDate('SAME_DAY_DROPPED', event)),
      ...compareDates(events, cells, planner),
      ...compareStage(named, events),
    ],
    unusedColumns: [
      ...named.unusedColumns,
      ...dates.unusedColumns,
      ...(endDisagrees ? [columnOf('ENDED', planner)!] : []),
      ...dropped.map((event) => columnOf(event.stage, planner)!),
    ],
  };
}

interface NamedStage extends Pick<
  PlannedStages,
  'stage' | 'isRowSkipped' | 'endReason' | 'findings' | 'unusedColumns'
> {
  /** Where the file names it, and its words. */
  readonly column: number | null;
  readonly words: string;
}

/** By the first rule that fits, else by the value of the stage column. */
function readStage(cells: readonly string[], { mapping, stageOf, skipped, textOf }: RowPlanner): NamedStage {
  const text = (column: number | null | undefined): string => tidy(textOf(cells, column));
  const rule = mapping.stageRules.find(
    ({ when, and }) =>
      when.values.some((value) => tidy(value) === text(when.column)) &&
      (!and || (text(and.column) === '' ? 'EMPTY' : 'FILLED') === and.is),
  );
  const column = rule?.when.column ?? mapping.stage ?? null;
  const words = text(column);
  const stage = (rule ? rule.stage : stageOf.get(words)) ?? null;
  const isUnmapped = stage === null && (rule !== undefined || words !== '');
  return {
    stage,
    isRowSkipped: rule === undefined && skipped.has(words),
    endReason: rule?.reason || null,
    column,
    words,
    findings: isUnmapped ? [finding('STAGE_UNMAPPED', column, words)] : [],
    unusedColumns: isUnmapped && column !== null ? [column] : [],
  };
}

const alongTheWay = (events: readonly PlannedEvent[]): PlannedEvent[] =>
  [...events].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));

const isSameDay = (a: PlannedEvent, b: PlannedEvent): boolean =>
  a.on === b.on && a.precision === 'DAY' && b.precision === 'DAY';

/** Those of an earlier stage than another one of their day. */
function overtakenOnTheDay(events: readonly PlannedEvent[]): PlannedEvent[] {
  const ordered = alongTheWay(events);
  return ordered.filter((event, index) => ordered.slice(index + 1).some((later) => isSameDay(event, later)));
}

function compareDates(
  events: readonly PlannedEvent[],
  cells: readonly string[],
  planner: RowPlanner,
): Finding[] {
  const ordered = alongTheWay(events);
  const pairs = ordered.slice(1).map((later, index) => ({ earlier: ordered[index]!, later }));
  const wordsOf = ({ stage }: PlannedEvent): string => {
    const column = columnOf(stage, planner)!;
    return `${planner.names[column]} ${tidy(planner.textOf(cells, column))}`;
  };
  const words = ({ earlier, later }: (typeof pairs)[number]): string =>
    `${wordsOf(earlier)}, ${wordsOf(later)}`;
  const wrong = pairs.filter(({ earlier, later }) => earlier.on > lastDayOf(later.on, later.precision));
  const same = pairs.filter(({ earlier, later }) => isSameDay(earlier, later));
  return [
    ...wrong.map((pair) => finding('DATES_OUT_OF_ORDER', null, words(pair))),
    ...same.map((pair) => finding('SAME_DAY', null, words(pair))),
  ];
}

function compareStage({ stage, column, words }: NamedStage, events: readonly PlannedEvent[]): Finding[] {
  if (stage === null) return events.length === 0 ? [finding('STAGE_MISSING', column)] : [];
  const furthest = Math.max(-1, ...events.map((event) => STAGES.indexOf(event.stage)));
  if (furthest > STAGES.indexOf(stage)) return [finding('STAGE_DISAGREES', column, words)];
  return events.some((event) => event.stage === stage) ? [] : [finding('STAGE_UNDATED', column, words)];
}

const columnOf = (stage: Stage, { mapping }: RowPlanner): number | null =>
  mapping.dates.find((date) => date.stage === stage)?.column ?? null;
