import type { ImportColumn } from '../imports.graphql.js';

/** The name of a column in a spreadsheet: A for 0, AA for 26. Headers repeat; this does not. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** Columns to choose from, by position. */
export const columnOptions = (columns: readonly ImportColumn[]): { value: string; label: string }[] =>
  columns.map(({ index, header }) => ({
    value: String(index),
    label: `${columnLetter(index)} ${header}`.trim(),
  }));
