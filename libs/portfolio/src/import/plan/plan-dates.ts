import { addMonths, EARLIEST_DAY, readDate, type Stage } from '@pilotage/analytics';
import { isFirstOfMonth } from '../mapping/date-formats.js';
import { isBound, oddDate, type RepairCode } from './date-repairs.js';
import type { PlannedEvent } from './facts.js';
import { type Finding, finding, type FindingCode } from './finding.js';
import type { DateColumn, RowPlanner } from './row-planner.js';

export interface PlannedDates {
  readonly events: readonly PlannedEvent[];
  /** After the day of the file. */
  readonly plans: readonly PlannedEvent[];
  readonly findings: readonly Finding[];
  /** Columns whose text could not be used, or not all of it. */
  readonly unusedColumns: readonly number[];
}

/** A later date is a placeholder, not a plan. */
const LATEST_PLAN_MONTHS = 50 * 12;

/** What the date columns of a row say: entries into stages, plans, and what was found in them. `named` is its stage. */
export function planDates(cells: readonly string[], planner: RowPlanner, named: Stage | null): PlannedDates {
  const { asOfOn } = planner.mapping;
  const byColumn = Map.groupBy(planner.dates, ({ column }) => column);
  const read = [...byColumn].flatMap(([column, dates]) => {
    const text = planner.textOf(cells, column);
    if (text === '') return [];
    const meant = dates.filter(({ isOfNamedStage, stage }) => !isOfNamedStage || stage === named);
    if (meant.length === 0) return [leftOut(column, 'DATE_OF_NO_STAGE', text)];
    return meant.map((date) => readCell(text, date, planner));
  });
  const dated = read.flatMap(({ event }) => event ?? []);
  return {
    events: dated.filter(({ on }) => on <= asOfOn),
    plans: dated.filter(({ on }) => on > asOfOn),
    findings: read.flatMap(({ findings }) => findings),
    unusedColumns: read.flatMap(({ column, isWhole }) => (isWhole ? [] : [column])),
  };
}

interface ReadCell {
  readonly column: number;
  readonly event?: PlannedEvent;
  readonly findings: readonly Finding[];
  /** All that the text says is in the event. */
  readonly isWhole: boolean;
}

function readCell(text: string, date: DateColumn, planner: RowPlanner): ReadCell {
  const { column, format } = date;
  const read = readDate(text, format);
  if (read.kind === 'date' && read.on >= EARLIEST_DAY) return asEvent(text, date, read, planner, []);
  const odd = oddDate(text, { ...planner, ...planner.mapping, format });
  if (!odd) {
    const code = read.kind === 'date' ? 'DATE_TOO_EARLY' : isBound(text) ? 'DATE_BOUND' : 'DATE_UNREADABLE';
    return leftOut(column, code, text);
  }
  const { code, readings } = odd;
  const used = readings.find(({ choice }) => choice === planner.choiceOf.get(code));
  const found: Finding = { ...finding(code, column, text), readings };
  if (!used) return { column, findings: [found], isWhole: false };
  return asEvent(text, date, used, planner, [{ ...found, isRepaired: true }], code);
}

function asEvent(
  text: string,
  { column, stage, firstOfMonth, isOfNamedStage }: DateColumn,
  { on, precision }: Pick<PlannedEvent, 'on' | 'precision'>,
  { mapping: { asOfOn } }: RowPlanner,
  findings: readonly Finding[],
  repaired?: RepairCode,
): ReadCell {
  if (on > addMonths(asOfOn, LATEST_PLAN_MONTHS)) return leftOut(column, 'DATE_TOO_LATE', text);
  if (isOfNamedStage && on > asOfOn) return leftOut(column, 'DATE_AFTER_STAGE', text);
  const isMonth = precision === 'DAY' && firstOfMonth === 'MONTH' && isFirstOfMonth(on);
  return {
    column,
    event: { stage, on, precision: isMonth ? 'MONTH' : precision },
    findings: on > asOfOn ? [...findings, finding('DATE_PLANNED', column, text)] : findings,
    isWhole: repaired !== 'DATE_WITH_NOTE',
  };
}

const leftOut = (column: number, code: FindingCode, text: string): ReadCell => ({
  column,
  findings: [finding(code, column, text)],
  isWhole: false,
});
