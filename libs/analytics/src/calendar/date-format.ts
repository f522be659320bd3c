import { type Day, parseDay } from './day.js';
import type { Precision } from './precision.js';

/** A named way to write dates, such as `M/D/YYYY`. Never guessed: 3/4/2024 is a day in March or in April. */
export interface DateFormat {
  readonly name: string;
  readonly precision: Precision;
  readonly pattern: RegExp;
  readonly parts: readonly DatePart[];
}

/** What a cell says: a day with the precision of its format, or nothing that the format allows. */
export type ReadDate =
  | { readonly kind: 'date'; readonly on: Day; readonly precision: Precision }
  | { readonly kind: 'unreadable' };

type DatePart = 'year' | 'quarter' | 'month' | 'monthName' | 'date';

const TOKENS: Readonly<Record<string, { part: DatePart; pattern: string }>> = {
  YYYY: { part: 'year', pattern: '(\\d{4})' },
  MMMM: { part: 'monthName', pattern: '(\\p{L}{3,})' },
  MMM: { part: 'monthName', pattern: '(\\p{L}{3,5})\\.?' },
  MM: { part: 'month', pattern: '(\\d{2})' },
  M: { part: 'month', pattern: '(\\d{1,2})' },
  DD: { part: 'date', pattern: '(\\d{2})' },
  D: { part: 'date', pattern: '(\\d{1,2})' },
  Q: { part: 'quarter', pattern: 'Q([1-4])' },
};
const TOKEN = /YYYY|MMMM|MMM|MM|M|DD|D|Q|[-/. ,]|./g;
const SEPARATOR = /^[-/. ,]$/;
/** A time of day says nothing of the day that stands before it. */
const TIME = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';
/** In English, German, Dutch, French, Spanish, Italian and Portuguese, without accents; read by any beginning that one month alone has. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januar', 'januari', 'janvier', 'enero', 'gennaio', 'janeiro'],
  ['february', 'februar', 'februari', 'fevrier', 'febrero', 'febbraio', 'fevereiro'],
  ['march', 'marz', 'maart', 'mrt', 'mars', 'marzo', 'marco'],
  ['april', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mei', 'mayo', 'maggio', 'maio'],
  ['june', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
  ['august', 'augustus', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro'],
  ['november', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dezember', 'decembre', 'diciembre', 'dicembre', 'dezembro'],
];

/**
 * Reads a format name made of YYYY, MM, M, MMM, MMMM, DD, D and Q. Its precision follows from what it names: `YYYY-MM`
 * is a month. Returns null for anything that leaves open what is meant, such as two-digit years.
 */
export function dateFormat(name: string): DateFormat | null {
  const parts: DatePart[] = [];
  let source = '';
  for (const token of name.match(TOKEN) ?? []) {
    const known = TOKENS[token];
    if (known) parts.push(known.part);
    else if (!SEPARATOR.test(token)) return null;
    source += known?.pattern ?? (token === '.' ? '\\.' : token);
  }
  const precision = precisionOf(parts);
  const time = precision === 'DAY' ? TIME : '';
  return precision && { name, precision, pattern: new RegExp(`^${source}${time}$`, 'iu'), parts };
}

/** What a cell says under a format, a time of day aside; a coarse date is the first day of its period. */
export function readDate(text: string, format: DateFormat): ReadDate {
  const match = format.pattern.exec(text.trim());
  if (!match) return { kind: 'unreadable' };
  const read = Object.fromEntries(format.parts.map((part, index) => [part, match[index + 1] ?? '']));
  const month = String(monthOf(read)).padStart(2, '0');
  const parsed = parseDay(`${read['year']}-${month}-${(read['date'] ?? '1').padStart(2, '0')}`);
  return parsed.kind === 'day'
    ? { kind: 'date', on: parsed.day, precision: format.precision }
    : { kind: 'unreadable' };
}

function monthOf(read: Record<string, string>): number {
  if (read['month'] !== undefined) return Number(read['month']);
  if (read['quarter'] !== undefined) return Number(read['quarter']) * 3 - 2;
  if (read['monthName'] === undefined) return 1;
  const name = read['monthName'].normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const meant = MONTHS.flatMap((names, index) =>
    names.some((one) => one.startsWith(name)) ? [index + 1] : [],
  );
  return meant.length === 1 ? meant[0]! : 0;
}

function precisionOf(parts: readonly DatePart[]): Precision | null {
  const named = [...parts].sort().join(' ');
  const precisions: Record<string, Precision> = {
    'date month year': 'DAY',
    'date monthName year': 'DAY',
    'month year': 'MONTH',
    'monthName year': 'MONTH',
    'quarter year': 'QUARTER',
    year: 'YEAR',
  };
  return precisions[named] ?? null;
}

/** Shown beside an error about a format. */
export const DATE_FORMAT_EXAMPLES = [
  'YYYY-MM-DD',
  'M/D/YYYY',
  'D.M.YYYY',
  'DD/MM/YYYY',
  'MMM YYYY',
  'YYYY-MM',
  'YYYY',
];
