import { daysBetween } from '../calendar/day.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type DatedFlow, inOrderOfTime } from './present-value.js';
import { positiveRoots, signChanges as signChangesOf, type TimedAmount } from './roots.js';

/** A rate at which flows are worth 0, and all others that are. */
export interface InternalRate {
  readonly kind: 'rate';
  /** The root nearest to 0 among those that are not negative, where there are such (numpy-financial); else among all. */
  readonly rate: number;
  /** False when the flows have further roots: then no rate belongs on a page. */
  readonly isUnique: boolean;
  /** All of them, ascending. */
  readonly roots: readonly number[];
}

/** Why there is no such rate. */
export type NoInternalRate = Unavailable<'no-sign-change' | 'no-root' | 'too-many-sign-changes'>;

/** Each change of sign costs a pass over all flows; a plan with more is no plan. */
const MOST_SIGN_CHANGES = 50;

/**
 * The rate per period at which flows of equal periods are worth 0, from −100 % (excluded) up. All roots are found:
 * with several changes of sign there may be several, or none.
 */
export function internalRate(flows: readonly number[]): InternalRate | NoInternalRate {
  return rateOf(flows.map((amount, at) => ({ at, amount })));
}

/** The same per year of 365 days for dated flows in any order: Excel's XIRR. */
export function datedInternalRate(flows: readonly DatedFlow[]): InternalRate | NoInternalRate {
  const sorted = inOrderOfTime(flows);
  const byDay = Map.groupBy(sorted, ({ on }) => on);
  return rateOf(
    [...byDay].map(([on, own]) => ({
      at: daysBetween(sorted[0]!.on, on) / 365,
      amount: own.reduce((sum, { amount }) => sum + amount, 0),
    })),
  );
}

/** How often flows change their sign, zeros left out. */
export function signChanges(flows: readonly number[]): number {
  return signChangesOf(flows.map((amount) => ({ amount })));
}

function rateOf(flows: readonly TimedAmount[]): InternalRate | NoInternalRate {
  const terms = flows.filter(({ amount }) => amount !== 0);
  const changes = signChangesOf(terms);
  if (changes === 0) return unavailable('no-sign-change');
  if (changes > MOST_SIGN_CHANGES) return unavailable('too-many-sign-changes');
  const roots = positiveRoots(terms)
    .map((factor) => (1 - factor) / factor)
    .reverse();
  const rate = roots.find((root) => root >= 0) ?? roots.at(-1);
  return rate === undefined
    ? unavailable('no-root')
    : { kind: 'rate', rate, isUnique: roots.length === 1, roots };
}
