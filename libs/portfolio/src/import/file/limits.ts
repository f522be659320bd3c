/** What one import may hold. Each limit is named in the error that it causes. */
export const IMPORT_LIMITS = {
  megabytes: 50,
  rows: 200_000,
  columns: 250,
  cellCharacters: 100_000,
  /** Keeps a quote that is never closed from swallowing the file. */
  rowCharacters: 2_000_000,
} as const;
