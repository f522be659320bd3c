import { type Day, daysBetween } from '../calendar/day.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';

/** A rate from a day on. */
export interface ExchangeRate {
  readonly currency: string;
  /** From this day on, until the currency's next rate. */
  readonly on: Day;
  /** What one unit of `currency` is worth in the reporting currency. */
  readonly rate: number;
}

/** An amount in a currency on a day. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
  readonly on: Day;
}

/** Money in the reporting currency, or why no rate fits. */
export type Converted = number | Unavailable<'no-rate' | 'rate-too-old'>;

/** House rule: a rate serves for a quarter. */
export const RATE_VALID_DAYS = 92;

/**
 * Gives what turns money into the reporting currency, at the last rate on or before the money's day. For figures at
 * constant rates give all money the same day. Throws RangeError for a rate that is not positive, and for two rates of
 * one currency on one day.
 */
export function currencyConverter(
  reportingCurrency: string,
  rates: readonly ExchangeRate[],
  { validDays = RATE_VALID_DAYS } = {},
): (money: Money) => Converted {
  const byCurrency = new Map(
    [...Map.groupBy(rates, ({ currency }) => currency)].map(([currency, own]) => [currency, inOrder(own)]),
  );
  return ({ amount, currency, on }) => {
    if (currency === reportingCurrency) return amount + 0;
    const last = lastUpTo(byCurrency.get(currency) ?? [], on);
    if (!last) return unavailable('no-rate');
    return daysBetween(last.on, on) > validDays ? unavailable('rate-too-old') : amount * last.rate + 0;
  };
}

function inOrder(rates: readonly ExchangeRate[]): ExchangeRate[] {
  const sorted = rates.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  for (const [index, { currency, on, rate }] of sorted.entries()) {
    if (!(rate > 0 && rate < Infinity)) throw new RangeError(`${rate} is no rate for ${currency}.`);
    if (sorted[index + 1]?.on === on) throw new RangeError(`${currency} has two rates on ${on}.`);
  }
  return sorted;
}

function lastUpTo(sorted: readonly ExchangeRate[], on: Day): ExchangeRate | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.on <= on) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
