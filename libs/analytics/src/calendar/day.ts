/**
 * A calendar day as ISO text, `YYYY-MM-DD`, years 1000 to 9999. Never a JavaScript Date: a Date is an instant,
 * and which day it falls on depends on where it is read.
 *
 * The text sorts like time, so two days compare with `<` and `===`.
 */
export type Day = string & { readonly __brand: 'Day' };

/** A text read as a day, or why it is none: another form, or a date that no calendar has. */
export type ParsedDay =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'not-a-day'; readonly reason: 'not-yyyy-mm-dd' | 'no-such-day' };

/** Reads `YYYY-MM-DD` and nothing else. `2023-02-29` has the right form but is no day. */
export function parseDay(text: string): ParsedDay {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return { kind: 'not-a-day', reason: 'not-yyyy-mm-dd' };
  const month = Number(match[2]);
  const date = Number(match[3]);
  const exists = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(Number(match[1]), month);
  return exists ? { kind: 'day', day: text as Day } : { kind: 'not-a-day', reason: 'no-such-day' };
}

/** For days that are known to be right: constants and rows of our own tables. Throws RangeError on anything else. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed.kind === 'day') return parsed.day;
  throw new RangeError(`Not a day (${parsed.reason}): ${text}`);
}

/** Whether a text is a day, for narrowing; `parseDay` says why not. */
export function isDay(text: string): text is Day {
  return parseDay(text).kind === 'day';
}

/**
 * The first day that is taken from people and files: nothing called AI in this sense was in a register before, so an
 * earlier date is a typing error or a spreadsheet's.
 */
export const EARLIEST_DAY = day('1970-01-01');

/** Year, month 1 to 12, date 1 to 31. */
export function partsOf(value: Day): { year: number; month: number; date: number } {
  return {
    year: Number(value.slice(0, 4)),
    month: Number(value.slice(5, 7)),
    date: Number(value.slice(8, 10)),
  };
}

/** Builds a day from its parts; throws RangeError when there is no such day. */
export function dayFromParts(year: number, month: number, date: number): Day {
  return day(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
}

/** 28 to 31; months count from 1 to 12, RangeError on any other. */
export function daysInMonth(year: number, month: number): number {
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw new RangeError(`There is no month ${month}.`);
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** `count` may be negative; throws RangeError when it is not a whole number or leads out of years 1000 to 9999. */
export function addDays(start: Day, count: number): Day {
  return dayFromNumber(dayNumber(start) + count);
}

/** The same date `count` months on, or the month's last day where that date is missing: 31 Jan + 1 = 28 or 29 Feb. */
export function addMonths(start: Day, count: number): Day {
  const { year, month, date } = partsOf(start);
  const months = year * 12 + (month - 1) + count;
  const toYear = Math.floor(months / 12);
  const toMonth = (months % 12) + 1;
  return dayFromParts(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** The earliest of the days. */
export function minDay(first: Day, ...others: readonly Day[]): Day {
  return others.reduce((least, other) => (other < least ? other : least), first);
}

/** The latest of the days. */
export function maxDay(first: Day, ...others: readonly Day[]): Day {
  return others.reduce((greatest, other) => (other > greatest ? other : greatest), first);
}

/** Mean length of a Gregorian month in days (365.25 / 12); the one factor by which durations become months. */
export const DAYS_PER_MONTH = 30.4375;

/** A duration in months. Not a calendar count: 365 days are 11.99 months. */
export function monthsFromDays(days: number): number {
  return days / DAYS_PER_MONTH;
}

/** A horizon given in months, as days: 12 months are 365.25 days. */
export function daysFromMonths(months: number): number {
  return months * DAYS_PER_MONTH;
}

/**
 * Days since 1970-01-01. Years are counted from 1 March, so the leap day is the last of its year and month lengths
 * follow (153 m + 2) / 5; source: E. G. Richards, Explanatory Supplement to the Astronomical Almanac, 3rd ed., ch. 15.
 */
function dayNumber(value: Day): number {
  const { year, month, date } = partsOf(value);
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + date - 1 - MARCH_0_TO_1970;
}

function dayFromNumber(number: number): Day {
  const days = number + MARCH_0_TO_1970;
  const cycle = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfCycle = days - cycle * DAYS_IN_400_YEARS;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36524) -
      Math.floor(dayOfCycle / (DAYS_IN_400_YEARS - 1))) /
      365,
  );
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  const dayOfYear = dayOfCycle - (yearOfCycle * 365 + leapDays);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return dayFromParts(yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, date);
}

const DAYS_IN_400_YEARS = 146_097;
const MARCH_0_TO_1970 = 719_468;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
