import type { ImportedQuestionnaire, ImportTarget } from '../import-target.port.js';
import type { ImportId } from '../import.types.js';
import type { ImportMapping } from '../mapping/mapping.js';
import type { DateColumnOf } from '../plan/plan-change.js';
import type { RowPlanner } from '../plan/row-planner.js';

/** What all slices of one round have in common. */
export interface SliceSetting {
  readonly importId: ImportId;
  /** The import some of whose rows these are, mended. */
  readonly mendsImportId: ImportId | null;
  readonly headerRow: number;
  readonly mapping: ImportMapping;
  readonly planner: RowPlanner;
  /** Where answers go; null where the mapping has no questionnaire. */
  readonly answering: { readonly target: ImportTarget; readonly questionnaire: ImportedQuestionnaire } | null;
  /** By what kind of identity its rows are known in other files. */
  readonly scheme: string;
}

export const dateColumnOf =
  ({ mapping }: SliceSetting): DateColumnOf =>
  (stage) =>
    mapping.dates.find((date) => date.stage === stage && !date.isOfNamedStage)?.column ?? null;

/** A row of the file as it is stored. */
export interface SliceRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly digest: string;
}

/** The rows of a batch are neighbours: a statement bound to them reads no more of the file, whatever the statistics say. */
export const firstAndLast = (rows: readonly Pick<SliceRow, 'rowNumber'>[]): [number?, number?] => [
  rows[0]?.rowNumber,
  rows.at(-1)?.rowNumber,
];
