import type { ImportRow } from './import.types.js';

/** Identifying rows takes about a tenth of a check. */
const IDENTIFY_SHARE = 0.1;

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
  const share = Math.min(1, Math.max(0, nextRow - headerRow) / rowCount);
  switch (pass) {
    case 'IDENTIFY':
      return share * IDENTIFY_SHARE;
    case 'CHECK':
      return IDENTIFY_SHARE + share * (1 - IDENTIFY_SHARE);
    case 'RUN':
      return share;
    case 'UNDO':
      return Math.min(1, nextRow / ((counts?.created ?? 0) + (counts?.changed ?? 0) + 1));
  }
}
