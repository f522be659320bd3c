import type { Unit } from './units.graphql.js';

interface UnitOption {
  readonly value: string;
  readonly label: string;
}

/** Units as one reads a tree: by path, so that a unit stands below its parent. Closed ones only while still chosen. */
export function unitOptions(units: readonly Unit[], chosen: readonly string[]): UnitOption[] {
  return units
    .filter((unit) => !unit.isClosed || chosen.includes(unit.id))
    .map((unit) => ({ value: unit.id, label: unit.path.join(' / ') }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
