import { type Day, dayFromParts, daysInMonth, partsOf } from './day.js';

/** How exactly a day is known: "12 Mar 2024", "Mar 2024", "Q1 2024" or "2024". */
export type Precision = 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR';

/** All precisions, from the finest to the coarsest. */
export const PRECISIONS: readonly Precision[] = ['DAY', 'MONTH', 'QUARTER', 'YEAR'];

/**
 * The first day a date of this precision can mean. Quarters and years are the fiscal ones when the fiscal year's
 * first month is given (1 to 12, RangeError on any other), calendar ones otherwise.
 */
export function firstDayOf(value: Day, precision: Precision, fiscalYearStartMonth = 1): Day {
  assertMonth(fiscalYearStartMonth);
  if (precision === 'DAY') return value;
  const span = MONTHS[precision];
  const { year, month } = partsOf(value);
  const monthsIn = mod(month - fiscalYearStartMonth, 12) % span;
  const index = year * 12 + (month - 1) - monthsIn;
  return dayFromParts(Math.floor(index / 12), (index % 12) + 1, 1);
}

/** The last day a date of this precision can mean: an event "in Mar 2024" has happened for certain on 31 Mar. */
export function lastDayOf(value: Day, precision: Precision, fiscalYearStartMonth = 1): Day {
  assertMonth(fiscalYearStartMonth);
  if (precision === 'DAY') return value;
  const { year, month } = partsOf(firstDayOf(value, precision, fiscalYearStartMonth));
  const index = year * 12 + (month - 1) + MONTHS[precision] - 1;
  const lastYear = Math.floor(index / 12);
  const lastMonth = (index % 12) + 1;
  return dayFromParts(lastYear, lastMonth, daysInMonth(lastYear, lastMonth));
}

const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;

/** Throws RangeError unless a fiscal year can start in this month. */
export function assertMonth(month: number): void {
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    throw new RangeError(`The fiscal year starts in a month from 1 to 12, not ${month}.`);
  }
}

function mod(value: number, base: number): number {
  return ((value % base) + base) % base;
}
