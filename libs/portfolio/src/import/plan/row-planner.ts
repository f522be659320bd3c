import { type DateFormat, dateFormat, type Stage } from '@pilotage/analytics';
import { type FileColumn, tidy } from '../file/columns.js';
import type { AiKind } from '../../initiative/initiative.types.js';
import type { ImportMapping } from '../mapping/mapping.js';
import { type QuestionPlanner, questionPlanner } from './plan-answers.js';
import type { RepairChoice, RepairCode } from './date-repairs.js';
import { plainText } from './odd-cells.js';

/** A mapping made ready for its file: what does not change from row to row is worked out once. */
export interface RowPlanner {
  readonly mapping: ImportMapping;
  readonly columnCount: number;
  readonly dates: readonly DateColumn[];
  readonly choiceOf: ReadonlyMap<RepairCode, RepairChoice>;
  /** 1 to 12; on the day of the file. */
  readonly fiscalYearStartMonth: number;
  readonly stageOf: ReadonlyMap<string, Stage | null>;
  /** Values of the stage column whose rows are skipped. */
  readonly skipped: ReadonlySet<string>;
  readonly kindOf: ReadonlyMap<string, AiKind | null>;
  readonly questionnaire: QuestionPlanner | null;
  readonly others: readonly { readonly index: number; readonly name: string }[];
  readonly names: readonly string[];
  /** What a cell says; nothing where it does not exist or its text means that it is empty. */
  readonly textOf: (cells: readonly string[], index: number | null | undefined) => string;
}

/** The column that dates a stage. */
export interface DateColumn {
  readonly column: number;
  readonly stage: Stage;
  readonly format: DateFormat;
  readonly firstOfMonth: 'DAY' | 'MONTH';
  readonly isOfNamedStage: boolean;
}

export function rowPlanner(
  mapping: ImportMapping,
  columns: readonly FileColumn[],
  fiscalYearStartMonth: number,
): RowPlanner {
  const names = attributeNames(columns);
  const { name, summary, unit, externalId, kind, tags, stage, dates, questionnaire } = mapping;
  const mapped = new Set([
    name,
    summary,
    unit,
    externalId,
    kind,
    tags,
    stage,
    ...dates.map(({ column }) => column),
    questionnaire?.assessedOn,
    ...(questionnaire?.questions ?? []).map(({ column }) => column),
  ]);
  const others = columns
    .filter(({ index }) => !mapped.has(index))
    .map(({ index }) => ({ index, name: names[index]! }));
  return {
    mapping,
    columnCount: columns.length,
    dates: dates.map(({ format, ...date }) => ({
      ...date,
      format: dateFormat(format ?? mapping.dateFormat ?? '')!,
    })),
    choiceOf: new Map(mapping.repairs.map(({ code, choice }) => [code, choice])),
    fiscalYearStartMonth,
    stageOf: new Map(mapping.stageValues.map(({ value, stage }) => [tidy(value), stage ?? null])),
    skipped: new Set(
      mapping.stageValues.flatMap(({ value, isRowSkipped }) => (isRowSkipped ? [tidy(value)] : [])),
    ),
    kindOf: new Map(mapping.kindValues.map(({ value, kind }) => [tidy(value), kind ?? null])),
    questionnaire: questionnaire
      ? questionPlanner(questionnaire, dateFormat(mapping.dateFormat ?? ''))
      : null,
    others: mapping.keepOthersAsAttributes ? others : [],
    names,
    textOf: textReader(mapping.emptyValues),
  };
}

export function textReader(emptyValues: readonly string[]): RowPlanner['textOf'] {
  const empty = new Set(emptyValues.map((text) => tidy(text).toLowerCase()));
  return (cells, index) => {
    const text = index == null ? '' : plainText(cells[index] ?? '');
    return empty.has(tidy(text).toLowerCase()) ? '' : text;
  };
}

/** Headers as attribute names; repeated and empty ones are told apart by their position. */
function attributeNames(columns: readonly FileColumn[]): string[] {
  const uses = new Map<string, number>();
  for (const { header } of columns) uses.set(header, (uses.get(header) ?? 0) + 1);
  return columns.map(({ header, index }) => {
    if (header === '') return `Column ${index + 1}`;
    return uses.get(header) === 1 ? header : `${header} (column ${index + 1})`;
  });
}
