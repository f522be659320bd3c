import { type Unavailable, unavailable } from '../common/unavailable.js';
import { discountedFlows } from './present-value.js';

/** When the cumulated net flow came back to 0. Periods count from 0, the first flow's. */
export type Payback =
  | {
      readonly kind: 'paid-back';
      /** First period at or above 0 after having been below: the event of the payback curve. */
      readonly firstTouch: number;
      /** First period from which it was never below 0 again, as known today. */
      readonly sustained: number;
      /** `sustained` with the crossing placed within its period, in proportion to that period's flow. */
      readonly interpolated: number;
    }
  /** It came back to 0 once and is below again: a second investment, or a loss. */
  | { readonly kind: 'below-again'; readonly firstTouch: number; readonly missing: number }
  | { readonly kind: 'not-yet'; readonly missing: number }
  | { readonly kind: 'nothing-invested' };

/** Sums of tenths miss 0 by their last bits; what is below this part of all that has flowed is 0. */
const ROUNDING = 1e-12;

/** Payback of net flows of equal periods, costs negative. */
export function payback(flows: readonly number[]): Payback {
  const cumulated = cumulate(flows);
  const below = cumulated.findIndex((value) => value < 0);
  if (below === -1) return { kind: 'nothing-invested' };
  const firstTouch = cumulated.findIndex((value, period) => period > below && value >= 0);
  const lastBelow = cumulated.findLastIndex((value) => value < 0);
  const missing = Math.max(0, -(cumulated.at(-1) ?? 0));
  if (firstTouch === -1) return { kind: 'not-yet', missing };
  const sustained = lastBelow + 1;
  const [before, after] = [cumulated[lastBelow], cumulated[sustained]];
  if (before === undefined || after === undefined) return { kind: 'below-again', firstTouch, missing };
  return { kind: 'paid-back', firstTouch, sustained, interpolated: lastBelow - before / (after - before) };
}

/**
 * Payback of the flows' present values, `rate` per period: later than without, or never. Throws RangeError at −100 %
 * and below.
 */
export function discountedPayback(
  flows: readonly number[],
  rate: number,
): Payback | Unavailable<'too-large'> {
  const worth = discountedFlows(flows, rate);
  return worth.every(Number.isFinite) ? payback(worth) : unavailable('too-large');
}

function cumulate(flows: readonly number[]): number[] {
  let [sum, flowed] = [0, 0];
  return flows.map((flow) => {
    sum += flow;
    flowed += Math.abs(flow);
    return Math.abs(sum) <= ROUNDING * flowed ? 0 : sum;
  });
}
