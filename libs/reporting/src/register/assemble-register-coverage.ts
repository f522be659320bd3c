import { type UnitTree } from '@pilotage/tenancy';
import {
  type CoverageCounts,
  type RegisterClaim,
  type RegisterCoverage,
  type UnitCoverage,
  UNITS_LISTED,
} from './register-coverage.js';
import { coverageWording } from './register-coverage.wording.js';

/** Puts the units that lack most start dates first, and what the rest have in common behind them. */
export function assembleRegisterCoverage(
  claims: readonly RegisterClaim[],
  counted: readonly UnitCoverage[],
  tree: UnitTree,
): RegisterCoverage {
  const nameOf = ({ unitId }: UnitCoverage): string | null => (unitId && tree.get(unitId)?.name) ?? null;
  const units = counted
    .map((unit) => ({ ...unit, name: nameOf(unit) }))
    .sort((a, b) => missing(b) - missing(a) || b.initiatives - a.initiatives || byName(a.name, b.name));
  const newest = newestOfEach(claims);
  const claim = newest.find(({ completeSince }) => completeSince !== null) ?? newest[0] ?? null;
  const otherClaim = claims.find((other) => claim !== null && !saysTheSame(claim, other)) ?? null;
  const all = sumOf(units);
  const others = units.slice(UNITS_LISTED);
  return {
    ...all,
    claim,
    units: units.slice(0, UNITS_LISTED),
    otherUnits: others.length > 0 ? { units: others.length, ...sumOf(others) } : null,
    wording: coverageWording({ claim, otherClaim, all, units }),
  };
}

const missing = ({ initiatives, withStartDate }: CoverageCounts): number => initiatives - withStartDate;

const byName = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1);

/** Of claims, the newest first, the newest of each register. */
const newestOfEach = (claims: readonly RegisterClaim[]): RegisterClaim[] =>
  claims.filter(
    ({ registerId }, index) => claims.findIndex((other) => other.registerId === registerId) === index,
  );

const saysTheSame = (a: RegisterClaim, b: RegisterClaim): boolean =>
  a.livingOnly === b.livingOnly && a.completeSince === b.completeSince;

function sumOf(units: readonly CoverageCounts[]): CoverageCounts {
  const sum = (name: keyof CoverageCounts) => units.reduce((total, unit) => total + unit[name], 0);
  return {
    initiatives: sum('initiatives'),
    withStartDate: sum('withStartDate'),
    reachedProduction: sum('reachedProduction'),
    withProductionDate: sum('withProductionDate'),
    observedOnly: sum('observedOnly'),
  };
}
