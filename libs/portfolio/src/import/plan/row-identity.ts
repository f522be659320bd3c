import { createHash } from 'node:crypto';
import { tidy } from '../file/columns.js';

/** Two rows with equal cells, to the letter. */
export const rowDigest = (cells: readonly string[]): string => digestOf(cells);

/** What identifies a row: the values of its identity columns, spacing and Unicode form aside; null when all are empty. */
export function rowIdentity(cells: readonly string[], columns: readonly number[]): string | null {
  const values = columns.map((index) => tidy(cells[index] ?? '').normalize('NFC'));
  return values.some((value) => value !== '') ? digestOf(values) : null;
}

/**
 * Rows that share an identity are told apart by all their cells: a later file then matches such a row only while it is
 * unchanged. Matching it by position would one day give one initiative the facts of another.
 */
export const sharedIdentity = (identity: string, digest: string): string => digestOf([identity, digest]);

/** Files whose identity columns have equal headers identify their rows alike. */
export const identityScheme = (headers: readonly string[]): string =>
  digestOf(headers.map((header) => tidy(header).normalize('NFC').toLowerCase()));

export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');
