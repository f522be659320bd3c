import { type Day, daysBetween } from '../calendar/day.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { signChanges } from './internal-rate.js';

export interface DatedFlow {
  readonly on: Day;
  /** Costs negative. */
  readonly amount: number;
}

/**
 * Σ flow / (1 + rate)^(days since the first flow / 365): the first flow is not discounted. 0 for no flow.
 * `rate` is yearly, 0.08 for 8 %; throws RangeError at −100 % and below.
 */
export function netPresentValue(flows: readonly DatedFlow[], rate: number): number {
  const sorted = flows.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const first = sorted[0];
  return sorted.reduce(
    (sum, { on, amount }) => sum + amount * discount(rate, first ? daysBetween(first.on, on) / 365 : 0),
    0,
  );
}

/**
 * The same for flows of equal periods, the first undiscounted, `rate` per period (numpy-financial). Excel's NPV()
 * discounts the first flow too and so gives less by one period's discount.
 */
export function netPresentValueByPeriod(flows: readonly number[], rate: number): number {
  return flows.reduce((sum, flow, period) => sum + flow * discount(rate, period), 0);
}

/**
 * The one rate at which inflows reinvested at `reinvestRate` grow from outflows financed at `financeRate`; exists and
 * is unique wherever there are both.
 */
export function modifiedInternalRate(
  flows: readonly number[],
  financeRate: number,
  reinvestRate: number,
): number | Unavailable<'no-sign-change'> {
  if (signChanges(flows) === 0) return unavailable('no-sign-change');
  const inflows = netPresentValueByPeriod(
    flows.map((flow) => Math.max(0, flow)),
    reinvestRate,
  );
  const outflows = netPresentValueByPeriod(
    flows.map((flow) => Math.min(0, flow)),
    financeRate,
  );
  return (inflows / -outflows) ** (1 / (flows.length - 1)) * (1 + reinvestRate) - 1;
}

function discount(rate: number, time: number): number {
  if (rate <= -1) throw new RangeError(`A discount rate must be above -100 %, not ${rate}.`);
  return (1 + rate) ** -time;
}
