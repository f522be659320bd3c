import { z } from 'zod';
import { type FileColumn, tidy } from '../file/columns.js';
import { columnMapping, type ImportMapping } from '../mapping/mapping.js';

const header = z.string().max(500);
/** A header, and where headers repeat which of them: 1 is the first. */
const columnName = z.union([header, z.strictObject({ header, occurrence: z.int().positive().max(10_000) })]);
type ColumnName = z.output<typeof columnName>;

/** A mapping with its columns by name, so that it fits the next file; the day of a file is no part of it. */
export const savedMapping = columnMapping(columnName).strict();
export type SavedMapping = z.output<typeof savedMapping>;

/** The columns of a mapping by their headers. */
export const toSaved = (mapping: ImportMapping, columns: readonly FileColumn[]): SavedMapping =>
  columnMapping(z.int().transform((index) => nameOf(index, columns))).parse(mapping);

/** What a mapping says, without what it leaves open: two that say the same are equal. */
export const saidBy = (mapping: SavedMapping): object =>
  JSON.parse(JSON.stringify(mapping, (_, value: unknown) => value ?? undefined)) as object;

/** A saved mapping for the columns of a file. */
export interface PlacedMapping {
  /** The columns that it needs and the file does not have. */
  readonly missing: readonly string[];
  /** Without what it says of missing columns; null where the column of the names is one of them. */
  readonly mapping: ColumnMapping | null;
}

type ColumnMapping = Omit<ImportMapping, 'asOfOn'>;

export function placeOn(saved: SavedMapping, columns: readonly FileColumn[]): PlacedMapping {
  const missing = new Set<string>();
  const position = z.custom<ColumnName>().transform((name) => {
    const index = indexOf(name, columns);
    if (index === MISSING) missing.add(words(name));
    return index;
  });
  const mapping = columnMapping(position).parse(saved);
  return { missing: [...missing], mapping: mapping.name === MISSING ? null : ofColumnsThere(mapping) };
}

const MISSING = -1;
const isThere = (column: number): boolean => column !== MISSING;
const ifThere = (column: number | null | undefined): number | null =>
  column === undefined || column === MISSING ? null : column;

function ofColumnsThere(mapping: ColumnMapping): ColumnMapping {
  const { summary, unit, externalId, kind, tags, stage, questionnaire } = mapping;
  const questions = questionnaire?.questions.filter(({ column }) => isThere(column)) ?? [];
  return {
    ...mapping,
    identity: mapping.identity.filter(isThere),
    summary: ifThere(summary),
    unit: ifThere(unit),
    externalId: ifThere(externalId),
    kind: ifThere(kind),
    tags: ifThere(tags),
    stage: ifThere(stage),
    stageRules: mapping.stageRules.filter(
      ({ when, and }) => isThere(when.column) && (!and || isThere(and.column)),
    ),
    dates: mapping.dates.filter(({ column }) => isThere(column)),
    questionnaire:
      questionnaire && questions.length > 0
        ? { ...questionnaire, assessedOn: ifThere(questionnaire.assessedOn), questions }
        : null,
  };
}

function nameOf(index: number, columns: readonly FileColumn[]): ColumnName {
  const { header } = columns[index]!;
  const before = columns.slice(0, index).filter((column) => isCalled(column, header)).length;
  return before === 0 ? header : { header, occurrence: before + 1 };
}

function indexOf(name: ColumnName, columns: readonly FileColumn[]): number {
  const { header, occurrence } = typeof name === 'string' ? { header: name, occurrence: 1 } : name;
  return columns.filter((column) => isCalled(column, header))[occurrence - 1]?.index ?? MISSING;
}

const isCalled = (column: FileColumn, header: string): boolean => plain(column.header) === plain(header);
const plain = (header: string): string => tidy(header).normalize('NFC').toLowerCase();

const words = (name: ColumnName): string =>
  typeof name === 'string' ? name : `${name.header} (${name.occurrence})`;
