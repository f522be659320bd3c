import { daysBetween } from '../../../../shared/format/time.js';
import type { StageRecord } from './stage.graphql.js';

export interface TimelineRow {
  readonly record: StageRecord;
  /** The record that took its place; null for a live one, and for one that was taken back. */
  readonly replacement: StageRecord | null;
  /** Days in the stage, where both the entry and the entry into the next one are known to the day. */
  readonly days: number | null;
}

/**
 * The records in the order one reads them: live ones newest first, below each the ones that it replaced, so that a
 * correction stands beside what it corrects. What was taken back keeps its own place by day.
 */
export function timelineRows(records: readonly StageRecord[]): TimelineRow[] {
  const live = records.filter((record) => !record.supersededAt);
  const standing = records.filter((record) => !record.supersededAt || !record.replacedBy);
  const replacedBy = (id: string): TimelineRow[] =>
    records
      .filter((record) => record.supersededAt && record.replacedBy === id)
      .flatMap((record) => [rowOf(record), ...replacedBy(record.id)]);
  const rowOf = (record: StageRecord): TimelineRow => ({
    record,
    replacement: records.find(({ id }) => id === record.replacedBy) ?? null,
    days: record.supersededAt ? null : daysIn(record, live),
  });
  return standing.flatMap((record) => [rowOf(record), ...replacedBy(record.id)]);
}

/** `live` is newest first. */
function daysIn(record: StageRecord, live: readonly StageRecord[]): number | null {
  if (record.kind !== 'EVENT' || record.stage === 'ENDED') return null;
  const later = live.slice(0, live.indexOf(record)).toReversed();
  const next = later.find(({ stage }) => stage !== record.stage);
  if (!next || next.kind !== 'EVENT') return null;
  const isExact = record.on.precision === 'DAY' && next.on.precision === 'DAY';
  return isExact ? daysBetween(record.on.on, next.on.on) : null;
}
