import type { Day } from '@pilotage/analytics';
import { UnitTree, type UnitId, type UnitNode, type UnitRevision } from './unit-tree.js';

export interface UnitChange {
  readonly unitId: UnitId;
  readonly name: string;
  readonly parentId: UnitId | null;
  readonly isClosed: boolean;
  readonly effectiveOn: Day;
}

export type UnitChangeOutcome =
  | { kind: 'unchanged' }
  | { kind: 'append' }
  /** The unit has a revision of the same day: the change corrects it. */
  | { kind: 'correct'; revisionId: string }
  | { kind: 'unknown-parent' }
  | { kind: 'cycle'; on: Day }
  | { kind: 'name-taken'; on: Day }
  | { kind: 'has-open-children'; names: string[]; on: Day }
  | { kind: 'closed-parent'; on: Day };

/**
 * Decides, never saves. A change holds from its day until the unit's next revision, so the tree is checked on that
 * day and on every later day on which any unit changes.
 *
 * @param revisions the live revisions of all units of the tenant
 */
export function planUnitChange(revisions: readonly UnitRevision[], change: UnitChange): UnitChangeOutcome {
  if (change.parentId !== null && !revisions.some(({ unitId }) => unitId === change.parentId)) {
    return { kind: 'unknown-parent' };
  }
  const before = new UnitTree(revisions, change.effectiveOn).get(change.unitId);
  const sameDay = revisions.find(
    ({ unitId, effectiveOn }) => unitId === change.unitId && effectiveOn === change.effectiveOn,
  );
  if (before && isSame(before, change)) return { kind: 'unchanged' };

  const after = [...revisions.filter((revision) => revision !== sameDay), { id: '', ...change }];
  const days = new Set(after.map(({ effectiveOn }) => effectiveOn).filter((on) => on >= change.effectiveOn));
  for (const on of [...days].sort()) {
    const problem = problemOn(new UnitTree(after, on), change.unitId, on);
    if (problem) return problem;
  }
  return sameDay ? { kind: 'correct', revisionId: sameDay.id } : { kind: 'append' };
}

function problemOn(tree: UnitTree, unitId: UnitId, on: Day): UnitChangeOutcome | null {
  const unit = tree.get(unitId);
  if (!unit) return null;
  if (tree.isInCycle(unitId)) return { kind: 'cycle', on };
  if (unit.isClosed) {
    const open = tree.all.filter((child) => child.parentId === unitId && !child.isClosed);
    return open.length > 0 ? { kind: 'has-open-children', names: open.map(({ name }) => name), on } : null;
  }
  if (unit.parentId !== null && tree.get(unit.parentId)?.isClosed) return { kind: 'closed-parent', on };
  const hasTwin = tree.all.some((other) => other.id !== unitId && !other.isClosed && isTwin(other, unit));
  return hasTwin ? { kind: 'name-taken', on } : null;
}

const isTwin = (a: UnitNode, b: UnitNode): boolean =>
  a.parentId === b.parentId && a.name.toLowerCase() === b.name.toLowerCase();

const isSame = (node: UnitNode, change: UnitChange): boolean =>
  node.name === change.name && node.parentId === change.parentId && node.isClosed === change.isClosed;
