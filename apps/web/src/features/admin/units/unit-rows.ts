import type { Unit } from '../../../shared/pickers/units.graphql.js';

export interface UnitRow {
  readonly unit: Unit;
  /** 0 at the top. */
  readonly depth: number;
}

/** The tree as lines in the order one reads it: each unit, then what is below it, by name. */
export function unitRows(units: readonly Unit[], withClosed: boolean): UnitRow[] {
  const shown = units.filter((unit) => withClosed || !unit.isClosed);
  const ids = new Set(shown.map(({ id }) => id));
  // Below a parent that is not shown (closed, or of another part of the organisation) a unit stands at the top.
  const parentOf = ({ parent }: Unit) => (parent && ids.has(parent.id) ? parent.id : null);
  const below = (parentId: string | null, depth: number): UnitRow[] =>
    shown
      .filter((unit) => parentOf(unit) === parentId)
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}

/** Where a unit may be moved: anywhere but below itself. */
export function mayBeParent(candidate: Unit, unit: Unit | null, units: readonly Unit[]): boolean {
  if (!unit) return true;
  const byId = new Map(units.map((each) => [each.id, each]));
  for (let at: Unit | undefined = candidate; at; at = at.parent ? byId.get(at.parent.id) : undefined) {
    if (at.id === unit.id) return false;
  }
  return true;
}
