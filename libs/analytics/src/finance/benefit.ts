import { sumOf } from '../common/sum.js';

/**
 * Kinds of benefit, never added to each other: capacity is hours, an avoided cost or a lower risk is money that does
 * not arrive. Only cash released and revenue do, and only they enter a return.
 */
export const BENEFIT_TYPES = [
  'cash-releasing',
  'revenue',
  'cost-avoidance',
  'capacity',
  'risk-reduction',
] as const;
/** One of `BENEFIT_TYPES`. */
export type BenefitType = (typeof BENEFIT_TYPES)[number];

/** Planned at funding, claimed by the initiative, verified by finance; an amount is in one state at a time. */
export const BENEFIT_STATES = ['planned', 'claimed', 'verified'] as const;
/** One of `BENEFIT_STATES`. */
export type BenefitState = (typeof BENEFIT_STATES)[number];

/** One entry of benefit. */
export interface Benefit {
  readonly type: BenefitType;
  readonly state: BenefitState;
  /** In the reporting currency; hours for capacity. */
  readonly amount: number;
}

/** An amount for each state; states are never added to each other. */
export type BenefitTotals = Readonly<Record<BenefitState, number>>;

/** Totals by type, each state by itself, and of what arrives as cash. A type nobody named has totals of 0. */
export function benefitTotals(benefits: readonly Benefit[]): {
  readonly byType: Readonly<Record<BenefitType, BenefitTotals>>;
  readonly cash: BenefitTotals;
} {
  const byType = Object.fromEntries(
    BENEFIT_TYPES.map((type) => [type, totalsOf(benefits.filter((benefit) => benefit.type === type))]),
  ) as Record<BenefitType, BenefitTotals>;
  return {
    byType,
    cash: totalsOf(benefits.filter(({ type }) => type === 'cash-releasing' || type === 'revenue')),
  };
}

function totalsOf(benefits: readonly Benefit[]): BenefitTotals {
  return Object.fromEntries(
    BENEFIT_STATES.map((state) => [
      state,
      sumOf(benefits.filter((benefit) => benefit.state === state).map(({ amount }) => amount)),
    ]),
  ) as Record<BenefitState, number>;
}

/** How one key figure's improvement is shared out among initiatives. */
export type Attribution =
  | { readonly kind: 'within'; readonly total: number; readonly unattributed: number }
  /** More than the whole is claimed: the same money twice. */
  | { readonly kind: 'over-attributed'; readonly total: number; readonly excess: number };

/** Shares of one key figure, each 0 to 1, must not add up to more than 1. Throws RangeError for another share. */
export function attribution(shares: readonly number[]): Attribution {
  const wrong = shares.find((share) => !(share >= 0 && share <= 1));
  if (wrong !== undefined) throw new RangeError(`A share lies between 0 and 1, ${wrong} does not.`);
  const total = sumOf(shares);
  // Ten tenths add up to a little less or more than 1.
  return total > 1 + 1e-9
    ? { kind: 'over-attributed', total, excess: total - 1 }
    : { kind: 'within', total, unattributed: Math.max(0, 1 - total) };
}
