import { type Day } from '@pilotage/analytics';
import { BadInputError, isUuid, NotFoundError, type TenantReadTx } from '@pilotage/platform';
import { AI_KINDS, type AiKind } from '@pilotage/portfolio';
import { type UnitId, type UnitService, type UnitTree } from '@pilotage/tenancy';

/** Which part of the portfolio is asked for; nothing named means all of it. */
export interface PortfolioFilter {
  readonly unitIds: readonly string[];
  readonly kinds: readonly string[];
}

export const EVERYTHING: PortfolioFilter = { unitIds: [], kinds: [] };

/** The filter as queries take it: units with everything under them. Null: not restricted; empty: matches nothing. */
export interface Scope {
  readonly unitIds: readonly UnitId[] | null;
  readonly kinds: readonly AiKind[] | null;
}

/** @throws BadInputError naming the field */
export function parseFilter(
  input:
    | {
        readonly unitIds?: readonly string[] | null;
        readonly kinds?: readonly string[] | null;
      }
    | null
    | undefined,
): PortfolioFilter {
  const { unitIds, kinds } = { unitIds: input?.unitIds ?? [], kinds: input?.kinds ?? [] };
  if (!unitIds.every(isUuid))
    throw new BadInputError(
      'This is no unit. Choose one from the list.',
      ['filter', 'unitIds'],
      'UNKNOWN_UNIT',
    );
  if (!kinds.every((kind) => AI_KINDS.some((known) => known === kind)))
    throw new BadInputError(
      'This is no kind of AI. Choose one from the list.',
      ['filter', 'kinds'],
      'UNKNOWN_KIND',
    );
  return {
    unitIds: [...new Set(unitIds.map((id) => id.toLowerCase()))].sort(),
    kinds: [...new Set(kinds)].sort(),
  };
}

/**
 * @param own the units a contributor is restricted to, whatever they ask for; null: not restricted
 * @throws NotFoundError for a unit that is not in the tree
 */
export function scopeOf(
  filter: PortfolioFilter,
  tree: UnitTree,
  own: readonly UnitId[] | null = null,
): Scope {
  if (filter.unitIds.some((id) => !tree.get(id as UnitId))) throw new NotFoundError('unit');
  const asked = filter.unitIds.length > 0 ? tree.within(filter.unitIds as UnitId[]) : null;
  const allowed = own === null ? null : tree.within(own);
  const unitIds = asked && allowed ? new Set([...asked].filter((id) => allowed.has(id))) : (asked ?? allowed);
  return {
    unitIds: unitIds === null ? null : [...unitIds].sort(),
    kinds: filter.kinds.length > 0 ? ([...filter.kinds] as AiKind[]) : null,
  };
}

/** The scope with the unit tree of a day, live or as known at an instant. Reads the tree only where units matter. */
export async function readScope(
  tx: TenantReadTx,
  units: UnitService,
  filter: PortfolioFilter,
  at: { readonly on: Day; readonly knownAt?: Date },
  own: readonly UnitId[] | null = null,
): Promise<Scope> {
  if (filter.unitIds.length === 0 && own === null)
    return { unitIds: null, kinds: filter.kinds.length > 0 ? ([...filter.kinds] as AiKind[]) : null };
  return scopeOf(filter, await units.tree(tx, at), own);
}
