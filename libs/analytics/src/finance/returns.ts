import { isAboveRounding, sumOf } from '../common/sum.js';
import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { normalQuantile } from '../probability/normal.js';

/** What one initiative brought and cost up to a day, in one currency; stopped initiatives belong in the list. */
export interface BenefitAndCost {
  readonly benefit: number;
  readonly cost: number;
}

/** A return to date and how sure it is. */
export interface PortfolioReturn {
  readonly kind: 'return';
  /** (Σ benefit − Σ cost) / Σ cost; −0.22 is a loss of 22 %. */
  readonly ratio: number;
  /** By the delta method over initiatives: V = s²(B − R C) / (n C̄²). Unavailable below ten initiatives. */
  readonly interval: Interval | Unavailable<'too-few-initiatives'>;
}

/** Below this number the normal interval of a ratio is too sure of itself. */
export const MIN_INITIATIVES_FOR_RATIO_INTERVAL = 10;

/**
 * Return to date as a ratio of sums, so that large initiatives count for what they are and stopped ones are in. The
 * mean of the initiatives' own ratios is another number and flatters.
 */
export function returnOnInvestment(
  items: readonly BenefitAndCost[],
  confidence = DEFAULT_CONFIDENCE,
): PortfolioReturn | Unavailable<'no-cost'> {
  const n = items.length;
  const benefit = sumOf(items.map((item) => item.benefit));
  const cost = sumOf(items.map((item) => item.cost));
  const all = items.flatMap((item) => [item.benefit, item.cost]);
  if (!isAboveRounding(cost, all)) return unavailable('no-cost');
  const ratio = benefit / cost;
  if (n < MIN_INITIATIVES_FOR_RATIO_INTERVAL) {
    return { kind: 'return', ratio: ratio - 1, interval: unavailable('too-few-initiatives') };
  }
  const squares = sumOf(items.map((item) => (item.benefit - ratio * item.cost) ** 2));
  const margin = (normalQuantile(0.5 + confidence / 2) * Math.sqrt((n * squares) / (n - 1))) / cost;
  return {
    kind: 'return',
    ratio: ratio - 1,
    interval: { kind: 'interval', low: ratio - 1 - margin, high: ratio - 1 + margin, confidence },
  };
}

/** Σ realised / Σ planned benefit for the same dates; 0.61 is 61 % of plan. */
export function realisedOfPlanned(
  items: readonly { readonly realised: number; readonly planned: number }[],
): number | Unavailable<'nothing-planned'> {
  const planned = sumOf(items.map((item) => item.planned));
  const all = items.flatMap((item) => [item.realised, item.planned]);
  return isAboveRounding(planned, all)
    ? sumOf(items.map((item) => item.realised)) / planned
    : unavailable('nothing-planned');
}
