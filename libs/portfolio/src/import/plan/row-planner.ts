import { type DateFormat, dateFormat, type Stage } from '@pilotage/analytics';
import { type FileColumn, tidy } from '../file/columns.js';
import type { ImportMapping } from '../mapping/mapping.js';

/** A mapping made ready for its file: what does not change from row to row is worked out once. */
export interface RowPlanner {
  readonly mapping: ImportMapping;
  readonly columnCount: number;
  readonly format: DateFormat | null;
  readonly stageOf: ReadonlyMap<string, Stage | null>;
  readonly others: readonly { readonly index: number; readonly name: string }[];
  readonly names: readonly string[];
}

export function rowPlanner(mapping: ImportMapping, columns: readonly FileColumn[]): RowPlanner {
  const names = attributeNames(columns);
  const { name, summary, unit, externalId, kind, tags, stage, dates } = mapping;
  const mapped = new Set([
    name,
    summary,
    unit,
    externalId,
    kind,
    tags,
    stage,
    ...dates.map(({ column }) => column),
  ]);
  const others = columns
    .filter(({ index }) => !mapped.has(index))
    .map(({ index }) => ({ index, name: names[index]! }));
  return {
    mapping,
    columnCount: columns.length,
    format: mapping.dateFormat ? dateFormat(mapping.dateFormat) : null,
    stageOf: new Map(mapping.stageValues.map(({ value, stage }) => [tidy(value), stage ?? null])),
    others: mapping.keepOthersAsAttributes ? others : [],
    names,
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
