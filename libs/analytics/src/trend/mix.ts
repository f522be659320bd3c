import { sumOf } from '../common/sum.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';

/** A group's value in a quarter and how many stand behind it. */
export interface GroupValue {
  readonly group: string;
  readonly value: number;
  readonly size: number;
}

/** Σ size · value / Σ size: the total as it is, mix included. */
export function plainMean(groups: readonly GroupValue[]): number | Unavailable<'empty'> {
  const size = sumOf(groups.map((group) => group.size));
  return size === 0 ? unavailable('empty') : sumOf(groups.map((group) => group.size * group.value)) / size;
}

/**
 * The total as it would be at the mix of a reference quarter: Σ m_g R_g with m the reference's shares (direct
 * standardisation). Unavailable when a group of the reference has nobody now: its value is not known.
 */
export function standardisedMean(
  now: readonly GroupValue[],
  reference: readonly Pick<GroupValue, 'group' | 'size'>[],
): number | Unavailable<'empty' | 'group-missing'> {
  const counted = reference.filter(({ size }) => size > 0);
  const values = new Map(now.filter(({ size }) => size > 0).map(({ group, value }) => [group, value]));
  const weighted = counted.flatMap(({ group, size }) => {
    const value = values.get(group);
    return value === undefined ? [] : [{ group, size, value }];
  });
  return weighted.length < counted.length ? unavailable('group-missing') : plainMean(weighted);
}
