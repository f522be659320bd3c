import type { Day } from '@pilotage/analytics';
import type { Id, MemberId } from '@pilotage/platform';
import type { FileColumn } from './file/columns.js';
import type { TableSource } from './file/file-table.js';
import type { ImportMapping } from './mapping/mapping.js';

export type ImportId = Id<'Import'>;
/** CANCELLED: discarded before it ran, without counts; or stopped while it ran, with what was done until then. */
export type ImportState = 'UPLOADED' | 'CHECKING' | 'CHECKED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';

/**
 * What the rows are gone through for. IDENTIFY: who is who within the file; CHECK: what would become of them;
 * RUN: it becomes so.
 */
export type ImportPass = 'IDENTIFY' | 'CHECK' | 'RUN';

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
  readonly units: number;
  readonly findings: number;
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
  units: 0,
  findings: 0,
};

export function addCounts(a: ImportCounts, b: Partial<ImportCounts>): ImportCounts {
  const names = Object.keys(NO_COUNTS) as (keyof ImportCounts)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + (b[name] ?? 0)])) as unknown as ImportCounts;
}

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
  /** The last row that was gone through in this pass. */
  readonly nextRow: number;
  readonly round: number;
  readonly counts: ImportCounts | null;
  readonly asOfOn: Day | null;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly createdBy: MemberId | null;
  readonly startedBy: MemberId | null;
  readonly finishedAt: Date | null;
};

/** It stopped while it ran: some rows are imported. */
export const isHalfDone = ({ state, pass }: Pick<ImportRow, 'state' | 'pass'>): boolean =>
  state === 'FAILED' && pass === 'RUN';
