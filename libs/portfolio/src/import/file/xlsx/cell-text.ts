import { addDays, day } from '@pilotage/analytics';
import type { ShownDate } from './number-format.js';

/** What a cell is, by its own word: `s` a shared text, `b` a boolean, `d` a day, `e` an error; else a number or a text. */
export type CellType = string | undefined;

/** An error that Excel knows; stands for a formula that nobody has calculated. */
const NOT_CALCULATED = '#CALC!';
const FIRST_DAY = day('1899-12-31');
const FIRST_DAY_1904 = day('1904-01-01');
/** Excel takes 1900 for a leap year: from here on its count is one too high. */
const MISSING_DAY = 60;
/** 9999-12-31 */
const LAST_SERIAL = 2_958_465;

/** The number as a spreadsheet shows it: 15 digits, so that 0.1 + 0.2 is 0.3. */
export function numberText(value: string): string {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? value : String(Number(number.toPrecision(15)));
}

/** A date as precisely as the cell shows it: YYYY-MM-DD, YYYY-MM or YYYY; a time of day is left out. */
export function dateText(value: string, shown: ShownDate, is1904: boolean): string {
  const serial = Math.floor(Number(value));
  if (value.trim() === '' || !(serial >= (is1904 ? 0 : 1)) || serial > LAST_SERIAL) return numberText(value);
  const on = is1904
    ? addDays(FIRST_DAY_1904, serial)
    : addDays(FIRST_DAY, serial >= MISSING_DAY ? serial - 1 : serial);
  return on.slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[shown]);
}

export const booleanText = (value: string): string => (value.trim() === '1' ? 'TRUE' : 'FALSE');

export const uncalculated = (hasFormula: boolean): string => (hasFormula ? NOT_CALCULATED : '');

/** Characters that XML cannot hold are written as `_x000D_`; those that a database cannot hold are left out. */
export const decodeEscapes = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll('\0', '')
    .toWellFormed();
