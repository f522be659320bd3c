import { type FileRow, isFilled } from './file-row.js';

/** How far down a header is looked for, and may be chosen. */
export const HEADER_ROWS = 20;

/**
 * The header among the first rows of a file: the first that fills more than half of the cells that the fullest fills.
 * A preamble and the captions over groups of columns fill a few; a header may lack one or two.
 */
export function guessHeaderRow(rows: readonly FileRow[]): number {
  const filled = rows.map(({ cells }) => cells.filter(isFilled).length);
  const fullest = Math.max(0, ...filled);
  const header = filled.findIndex((count) => count > fullest / 2);
  return rows[header]?.rowNumber ?? 1;
}
