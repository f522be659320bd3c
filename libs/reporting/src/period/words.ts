import { type Day } from '@pilotage/analytics';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "3 pilots", "1 pilot". */
export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** "three pilots", "no pilot", "12 pilots": numbers up to ten as words, for sentences. */
export function inWords(count: number, one: string, many: string): string {
  return `${NUMBERS[count] ?? count} ${count === 1 || count === 0 ? one : many}`;
}

/** "2,130" */
export const counted = (count: number): string => count.toLocaleString('en-GB');

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "12 Aug 2026" */
export function dayInWords(value: Day): string {
  return `${Number(value.slice(8, 10))} ${MONTHS[Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}`;
}

/** "18 to 76 %" */
export const percentRange = (lower: number, upper: number): string =>
  `${Math.round(100 * lower)} to ${Math.round(100 * upper)} %`;
