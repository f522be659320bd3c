import { tidy } from '../file/columns.js';

/** What stands behind the columns of the original file: where a row was, what was found in it, what was done with it. */
export const MARKER_COLUMNS = ['Row', 'Finding', 'What was done'] as const;

/** Spreadsheets take cells that begin so for formulas, OWASP ASVS 1.2.10; the last four are read as the first four. */
const BEGINS_FORMULA = /^'*[=+\-@\t\r\0＝＋－＠]/;
const PLAIN_NUMBER = /^-\d+(?:[.,]\d+)?$/;

/** A cell that no spreadsheet computes: an apostrophe goes before what would begin a formula. */
export const neutralised = (cell: string): string =>
  BEGINS_FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;

/** The cell as it was before it was neutralised. */
export const restored = (cell: string): string =>
  cell.startsWith("'") && BEGINS_FORMULA.test(cell) ? cell.slice(1) : cell;

/** Whether a file is one of ours, by its last columns. */
export const isFindingsFile = (header: readonly string[]): boolean =>
  MARKER_COLUMNS.every(
    (name, index) => tidy(header[header.length - MARKER_COLUMNS.length + index] ?? '') === name,
  );

/** A row as it was in the original file, with what was mended in it. */
export const withoutMarkers = (cells: readonly string[], columnCount: number): string[] =>
  cells.slice(0, columnCount).map(restored);
