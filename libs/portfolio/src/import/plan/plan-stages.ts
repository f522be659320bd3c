import { EARLIEST_DAY, readDate, type Stage, STAGES } from '@pilotage/analytics';
import { tidy } from '../file/columns.js';
import type { PlannedEvent } from './facts.js';
import { type Finding, finding } from './finding.js';
import type { RowPlanner } from './row-planner.js';

export interface PlannedStages {
  readonly stage: Stage | null;
  readonly events: readonly PlannedEvent[];
  readonly findings: readonly Finding[];
  /** Columns whose text could not be used; kept as attributes, so that nothing of the file is lost. */
  readonly unusedColumns: readonly number[];
}

/** Ways of writing that there is no date; a finding for each would bury the others. */
const NO_DATE = new Set(['', 'n/a', 'na', 'none', 'null', '-']);

/** What a row says of stages: its stage as seen on the day of the file, and an event for each usable date. */
export function planStages(cells: readonly string[], planner: RowPlanner): PlannedStages {
  const { stage, unusedColumns: unusedStage, findings: aboutStage } = readStage(cells, planner);
  const dates = readDates(cells, planner);
  const end = dates.events.find((event) => event.stage === 'ENDED');
  const endDisagrees = end !== undefined && stage !== null && stage !== 'ENDED';
  const events = endDisagrees ? dates.events.filter((event) => event !== end) : dates.events;
  return {
    stage,
    events,
    findings: [
      ...aboutStage,
      ...dates.findings,
      ...(endDisagrees ? [finding('END_DISAGREES', columnOf('ENDED', planner), end.on)] : []),
      ...compareDates(events),
      ...compareStage(stage, events, planner),
    ],
    unusedColumns: [
      ...unusedStage,
      ...dates.unusedColumns,
      ...(endDisagrees ? [columnOf('ENDED', planner)!] : []),
    ],
  };
}

function readStage(
  cells: readonly string[],
  { mapping, stageOf }: RowPlanner,
): Omit<PlannedStages, 'events'> {
  const text = mapping.stage == null ? '' : tidy(cells[mapping.stage] ?? '');
  if (text === '') return { stage: null, findings: [], unusedColumns: [] };
  const stage = stageOf.get(text) ?? null;
  if (stage) return { stage, findings: [], unusedColumns: [] };
  return {
    stage: null,
    findings: [finding('STAGE_UNMAPPED', mapping.stage, text)],
    unusedColumns: [mapping.stage!],
  };
}

function readDates(cells: readonly string[], { mapping, format }: RowPlanner): Omit<PlannedStages, 'stage'> {
  const events: PlannedEvent[] = [];
  const findings: Finding[] = [];
  for (const { column, stage } of mapping.dates) {
    const text = (cells[column] ?? '').trim();
    if (!format || NO_DATE.has(text.toLowerCase())) continue;
    const read = readDate(text, format);
    if (read.kind === 'unreadable') findings.push(finding('DATE_UNREADABLE', column, text));
    else if (read.on < EARLIEST_DAY) findings.push(finding('DATE_TOO_EARLY', column, text));
    else if (read.on > mapping.asOfOn) findings.push(finding('DATE_AFTER_FILE', column, text));
    else events.push({ stage, on: read.on, precision: read.precision });
  }
  return { events, findings, unusedColumns: findings.map(({ columnIndex }) => columnIndex!) };
}

function compareDates(events: readonly PlannedEvent[]): Finding[] {
  const alongTheWay = [...events].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  const pairs = alongTheWay.slice(1).map((later, index) => ({ earlier: alongTheWay[index]!, later }));
  const words = ({ earlier, later }: (typeof pairs)[number]): string =>
    `${earlier.stage} ${earlier.on}, ${later.stage} ${later.on}`;
  const wrong = pairs.filter(({ earlier, later }) => earlier.on > later.on);
  const same = pairs.filter(({ earlier, later }) => earlier.on === later.on && later.precision === 'DAY');
  return [
    ...wrong.map((pair) => finding('DATES_OUT_OF_ORDER', null, words(pair))),
    ...same.map((pair) => finding('SAME_DAY', null, words(pair))),
  ];
}

function compareStage(
  stage: Stage | null,
  events: readonly PlannedEvent[],
  { mapping }: RowPlanner,
): Finding[] {
  if (stage === null) return events.length === 0 ? [finding('STAGE_MISSING', mapping.stage)] : [];
  const furthest = Math.max(-1, ...events.map((event) => STAGES.indexOf(event.stage)));
  if (furthest > STAGES.indexOf(stage)) return [finding('STAGE_DISAGREES', mapping.stage, stage)];
  return events.some((event) => event.stage === stage)
    ? []
    : [finding('STAGE_UNDATED', mapping.stage, stage)];
}

const columnOf = (stage: Stage, { mapping }: RowPlanner): number | null =>
  mapping.dates.find((date) => date.stage === stage)?.column ?? null;
