import type { Day } from '@pilotage/analytics';
import type { Id, MemberId } from '@pilotage/platform';
import type { InitiativeId } from '../initiative/initiative.types.js';
import type { FileColumn } from './file/columns.js';
import type { TableSource } from './file/file-table.js';
import type { ImportMapping } from './mapping/mapping.js';

export type ImportId = Id<'Import'>;
/** CANCELLED: discarded before it ran, without counts; or stopped while it ran, with what was done until then. */
export const IMPORT_STATES = [
  'UPLOADED',
  'CHECKING',
  'CHECKED',
  'RUNNING',
  'PAUSED',
  'DONE',
  'FAILED',
  'CANCELLED',
  'UNDOING',
  'UNDONE',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/**
/**
 * What an import is gone through for. IDENTIFY: who is who within the file; RECOGNISE: which rows earlier imports know;
 * MATCH: which known initiatives the others may be; CHECK: what would become of the rows; RUN: it becomes so; ABSENT:
 * what people said of initiatives that the file does not list any more is recorded; UNDO: initiative by initiative, it is
 * as if it had not been.
 */
export type ImportPass = 'IDENTIFY' | 'RECOGNISE' | 'MATCH' | 'CHECK' | 'RUN' | 'ABSENT' | 'UNDO';

/** On the way there. */
export type RowPass = Exclude<ImportPass, 'UNDO'>;

/** What came, or would come, of the rows so far. */
export interface ImportCounts {
  readonly rows: number;
  readonly skipped: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly events: number;
  readonly observations: number;
  readonly plans: number;
  readonly assessments: number;
  readonly units: number;
  readonly findings: number;
  /** Initiatives of the same register that the file does not list; of them still running, and ended or merged. */
  readonly absent: number;
  readonly absentRunning: number;
  readonly absentEnded: number;
}

export const NO_COUNTS: ImportCounts = {
  rows: 0,
  skipped: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  events: 0,
  observations: 0,
  plans: 0,
  assessments: 0,
  units: 0,
  findings: 0,
  absent: 0,
  absentRunning: 0,
  absentEnded: 0,
};

export function addCounts(a: ImportCounts, b: Partial<ImportCounts>): ImportCounts {
  const names = Object.keys(NO_COUNTS) as (keyof ImportCounts)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + (b[name] ?? 0)])) as unknown as ImportCounts;
}

/** What was taken back of an import. */
export interface UndoCounts {
  /** Initiatives that the import had made, and that left every list. */
  readonly removed: number;
  /** Initiatives that the import had made, and that people worked on since. */
  readonly kept: number;
  /** Records that the import had written. */
  readonly takenBack: number;
  /** Records that hold again: those it had replaced or taken back. */
  readonly restored: number;
  readonly units: number;
  /** Units that the import had made, and that are used otherwise. */
  readonly unitsKept: number;
}

export const NOTHING_UNDONE: UndoCounts = {
  removed: 0,
  kept: 0,
  takenBack: 0,
  restored: 0,
  units: 0,
  unitsKept: 0,
};

export type ImportRow = TableSource & {
  readonly id: ImportId;
  readonly state: ImportState;
  readonly fileName: string;
  /** Rows up to here are no data. */
  readonly headerRow: number;
  readonly rowCount: number;
  readonly columns: readonly FileColumn[];
  readonly mapping: ImportMapping | null;
  readonly pass: ImportPass | null;
  /** The last row that was gone through in this pass; of an undoing how many initiatives were. */
  readonly nextRow: number;
  readonly round: number;
  readonly counts: ImportCounts | null;
  readonly undoAfter: InitiativeId | null;
  readonly undoCounts: UndoCounts | null;
  readonly asOfOn: Day | null;
  readonly error: string | null;
  /** Of the units by which it was checked. */
  readonly unitsVersion: string | null;
  /** The import whose findings file this is, mended. */
  readonly mendsImportId: ImportId | null;
  readonly createdAt: Date;
  readonly createdBy: MemberId | null;
  /** Who set going what runs, or ran last: the import or its undoing. */
  readonly startedBy: MemberId | null;
  readonly finishedAt: Date | null;
};

type Standing = Pick<ImportRow, 'state' | 'pass'>;

/** It stopped, or was paused, while it ran: some rows are imported. */
export const isHalfDone = ({ state, pass }: Standing): boolean =>
  state === 'PAUSED' || (state === 'FAILED' && (pass === 'RUN' || pass === 'ABSENT'));

/** What its check says would not come true any more: it went by other units. */
export const isOutdated = (
  { state, unitsVersion }: Pick<ImportRow, 'state' | 'unitsVersion'>,
  version: string,
): boolean => state === 'CHECKED' && unitsVersion !== version;

/** Its undoing stopped: some of it is taken back. */
export const isHalfUndone = ({ state, pass }: Standing): boolean => state === 'FAILED' && pass === 'UNDO';

/** A slice of it is at work, or due. */
export const isAtWork = ({ state }: Pick<ImportRow, 'state'>): boolean =>
  state === 'CHECKING' || state === 'RUNNING' || state === 'UNDOING';
