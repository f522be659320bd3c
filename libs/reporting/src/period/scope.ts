import { type Day, minDay } from '@pilotage/analytics';
import { BadInputError, isUuid, NotFoundError, type TenantReadTx } from '@pilotage/platform';
import { AI_KINDS, type AiKind } from '@pilotage/portfolio';
import { type UnitId, type UnitService, type UnitTree } from '@pilotage/tenancy';

/** Which part of the portfolio is asked for; nothing named means all of it. */
export interface PortfolioFilter {
  readonly unitIds: readonly string[];
  readonly kinds: readonly string[];
}

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

export interface ScopeSource {
  readonly units: UnitService;
  readonly filter: PortfolioFilter;
  /** Null: live. */
  readonly knownAt: Date | null;
  /** The units a contributor is restricted to; null: not restricted. */
  readonly own: readonly UnitId[] | null;
}

/** The scope with the unit tree of each day. Reads the trees only where units matter. */
export async function readScopes(
  tx: TenantReadTx,
  { units, filter, knownAt, own }: ScopeSource,
  days: readonly Day[],
): Promise<Scope[]> {
  if (filter.unitIds.length === 0 && own === null) {
    const kinds = filter.kinds.length > 0 ? ([...filter.kinds] as AiKind[]) : null;
    return days.map(() => ({ unitIds: null, kinds }));
  }
  const trees = await units.trees(tx, days, knownAt);
  return trees.map((tree) => scopeOf(filter, tree, own));
}

/** The scope at a quarter's end. */
export interface QuarterScope extends Scope {
  readonly quarterTo: Day;
}

/** For each quarter the units of its own end, of today for the running one: where units were moved since does not matter. */
export async function readQuarterScopes(
  tx: TenantReadTx,
  source: ScopeSource,
  quarters: readonly { readonly to: Day }[],
  today: Day,
): Promise<QuarterScope[]> {
  const ends = quarters.map(({ to }) => to);
  const scopes = await readScopes(
    tx,
    source,
    ends.map((end) => minDay(end, today)),
  );
  return scopes.map((scope, index) => ({ ...scope, quarterTo: ends[index]! }));
}

/** The values of `isInScope`: quarter ends beside the units in scope at them, and kinds. */
export function scopeParams(scopes: readonly QuarterScope[]): (readonly string[] | null)[] {
  const pairs = scopes.flatMap(
    ({ quarterTo, unitIds }) => unitIds?.map((id) => [quarterTo, id] as const) ?? [],
  );
  const isRestricted = scopes.some(({ unitIds }) => unitIds !== null);
  return [
    isRestricted ? pairs.map(([end]) => end) : null,
    isRestricted ? pairs.map(([, id]) => id) : null,
    scopes[0]?.kinds ?? null,
  ];
}

/** SQL: whether a fact `f` is in scope, never null. Its three parameters are numbered from `first` on. */
export const isInScope = (first: number): string => `coalesce(
  ($${first}::date[] is null or (f.quarter_to, f.unit_id) in (select * from unnest($${first}::date[], $${first + 1}::uuid[])))
  and ($${first + 2}::text[] is null or f.kind = any ($${first + 2})), false)`;
