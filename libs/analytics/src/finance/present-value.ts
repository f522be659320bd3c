import { type Day, daysBetween } from '../calendar/day.js';
import { sumOf } from '../common/sum.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';

/** Money on a day. */
export interface DatedFlow {
  readonly on: Day;
  /** Costs negative. */
  readonly amount: number;
}

/** Beyond what a number holds: years of flows at a rate near −100 %. */
export type TooLarge = Unavailable<'too-large'>;

/**
 * Σ flow / (1 + rate)^(days since the first flow / 365): the first flow is not discounted. 0 for no flow.
 * `rate` is yearly, 0.08 for 8 %; throws RangeError at −100 % and below.
 */
export function netPresentValue(flows: readonly DatedFlow[], rate: number): number | TooLarge {
  const sorted = inOrderOfTime(flows);
  return finiteSum(
    sorted.map(({ on, amount }) => discounted(amount, rate, daysBetween(sorted[0]!.on, on) / 365)),
  );
}

/**
 * The same for flows of equal periods, the first undiscounted, `rate` per period (numpy-financial). Excel's NPV()
 * discounts the first flow too and so gives less by one period's discount.
 */
export function netPresentValueByPeriod(flows: readonly number[], rate: number): number | TooLarge {
  return finiteSum(discountedFlows(flows, rate));
}

/** Each flow's worth at the time of the first one; `rate` per period, throws RangeError at −100 % and below. */
export function discountedFlows(flows: readonly number[], rate: number): number[] {
  return flows.map((flow, period) => discounted(flow, rate, period));
}

/**
 * The one rate at which inflows reinvested at `reinvestRate` grow from outflows financed at `financeRate`; exists and
 * is unique wherever there are both.
 */
export function modifiedInternalRate(
  flows: readonly number[],
  financeRate: number,
  reinvestRate: number,
): number | Unavailable<'no-sign-change'> | TooLarge {
  const inflows = flows.map((flow) => Math.max(0, flow));
  const outflows = flows.map((flow) => Math.max(0, -flow));
  if (![inflows, outflows].every((side) => side.some((flow) => flow > 0)))
    return unavailable('no-sign-change');
  const [returned, invested] = [
    netPresentValueByPeriod(inflows, reinvestRate),
    netPresentValueByPeriod(outflows, financeRate),
  ];
  if (typeof returned !== 'number' || typeof invested !== 'number') return unavailable('too-large');
  const rate = (returned / invested) ** (1 / (flows.length - 1)) * (1 + reinvestRate) - 1;
  return Number.isFinite(rate) ? rate : unavailable('too-large');
}

/** By day, and on one day by amount, so that no sum depends on the order in which flows were given. */
export function inOrderOfTime(flows: readonly DatedFlow[]): DatedFlow[] {
  return flows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.amount - b.amount));
}

/** A flow of 0 is worth 0 at any rate; 0 times a factor that overflows would not be. */
function discounted(amount: number, rate: number, time: number): number {
  if (!(rate > -1)) throw new RangeError(`A discount rate must be above -100 %, not ${rate}.`);
  return amount === 0 ? 0 : amount * (1 + rate) ** -time;
}

function finiteSum(amounts: readonly number[]): number | TooLarge {
  const sum = sumOf(amounts);
  return Number.isFinite(sum) ? sum : unavailable('too-large');
}
