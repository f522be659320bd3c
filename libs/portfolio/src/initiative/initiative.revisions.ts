import type { InitiativeRevision } from './initiative.graphql.js';
import type { RecordedAssignment, RecordedRevision } from './initiative.history.js';
import { changedFields } from './initiative.rules.js';

const ASSIGNED_FIELD = { UNIT: 'unit', OWNER: 'owner', SPONSOR: 'sponsor' } as const;

/**
 * What was recorded of one initiative, newest first: attributes and assignments of one transaction are one change, and
 * each says what it changed against what was recorded before it.
 */
export function revisionsOf(
  revisions: readonly RecordedRevision[],
  assignments: readonly RecordedAssignment[],
): InitiativeRevision[] {
  const changes = new Map<string, InitiativeRevision & { changed: string[] }>();
  const changeOf = (
    row: RecordedRevision | RecordedAssignment,
  ): InitiativeRevision & { changed: string[] } => {
    const key = `${row.recordedAt.getTime()} ${row.effectiveOn}`;
    const known = changes.get(key);
    if (known) return known;
    const { id, effectiveOn, recordedAt, recordedBy } = row;
    const made = { id, effectiveOn, recordedAt, recordedById: recordedBy, changed: [] };
    changes.set(key, made);
    return made;
  };
  revisions.forEach((row, index) => {
    const before = revisions[index - 1];
    const change = changeOf(row);
    if (before) change.changed.push(...changedFields(before, row));
  });
  const firstAt = revisions[0]?.recordedAt.getTime();
  for (const row of assignments) {
    const change = changeOf(row);
    if (row.recordedAt.getTime() !== firstAt) change.changed.push(ASSIGNED_FIELD[row.kind]);
  }
  return [...changes.values()].sort((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime());
}
