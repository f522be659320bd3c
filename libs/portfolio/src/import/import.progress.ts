import type { ImportRow, RowPass } from './import.types.js';

/** Which part of a check, or of an import, each pass takes. */
const SHARES: Readonly<Record<RowPass, readonly [from: number, to: number]>> = {
  IDENTIFY: [0, 0.1],
  RECOGNISE: [0.1, 0.4],
  MATCH: [0.4, 0.5],
  CHECK: [0.5, 1],
  RUN: [0, 0.95],
  ABSENT: [0.95, 1],
};

/** 0..1 while checking, running, paused or being undone, else null. */
export function importProgress({
  pass,
  state,
  nextRow,
  headerRow,
  rowCount,
  counts,
}: Pick<ImportRow, 'pass' | 'state' | 'nextRow' | 'headerRow' | 'rowCount' | 'counts'>): number | null {
  if (pass === null || state === 'FAILED') return null;
  if (pass === 'UNDO') return Math.min(1, nextRow / ((counts?.created ?? 0) + (counts?.changed ?? 0) + 1));
  const share = Math.min(1, Math.max(0, nextRow - headerRow) / rowCount);
  const [from, to] = SHARES[pass];
  return from + share * (to - from);
}
