import { dateFormat, DATE_FORMAT_EXAMPLES, type DateFormat, type Day, type Precision, readDate } from '@pilotage/analytics'; // prettier-ignore
import { EMPTY_VALUES } from './mapping.js';

/** A value of a column with its number of rows. */
export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

/** How much of a column a format reads, in rows; empty ones aside. */
export interface DateFormatFit {
  readonly format: string;
  readonly precision: Precision;
  readonly read: number;
  readonly unread: number;
  /** Of those read. */
  readonly firstsOfMonth: number;
  readonly unreadExamples: readonly string[];
}

const FORMATS = [...DATE_FORMAT_EXAMPLES, 'D/M/YYYY', 'D-M-YYYY', 'M-D-YYYY', 'YYYY/MM/DD', 'D MMM YYYY', 'D-MMM-YYYY', 'D MMMM YYYY', 'D. MMMM YYYY', 'MMM D, YYYY', 'MMMM D, YYYY', 'MMMM YYYY', 'MMM-YYYY', 'MM/YYYY', 'M/YYYY', 'M-YYYY', 'M.YYYY', 'YYYY/MM', 'Q YYYY', 'Q/YYYY', 'Q-YYYY', 'YYYY Q', 'YYYY-Q']; // prettier-ignore
const EXAMPLES = 3;

/** The named format, and the usual ones that read anything of the column, best first. */
export function fitFormats(values: readonly CountedValue[], named: string | null): DateFormatFit[] {
  const dates = values.filter(({ value }) => value !== '' && !EMPTY_VALUES.includes(value.toLowerCase()));
  const names = new Set([...(named === null ? [] : [named]), ...FORMATS]);
  return [...names]
    .flatMap((name) => dateFormat(name) ?? [])
    .map((format) => fitFormat(dates, format))
    .filter(({ format, read }) => read > 0 || format === named)
    .sort((a, b) => b.read - a.read);
}

export function fitFormat(dates: readonly CountedValue[], format: DateFormat): DateFormatFit {
  const reads = dates.map((date) => ({ ...date, read: readDate(date.value, format) }));
  const unread = reads.filter(({ read }) => read.kind === 'unreadable');
  const firsts = reads.filter(({ read }) => read.kind === 'date' && isFirstOfMonth(read.on));
  return {
    format: format.name,
    precision: format.precision,
    read: rowsOf(reads) - rowsOf(unread),
    unread: rowsOf(unread),
    firstsOfMonth: format.precision === 'DAY' ? rowsOf(firsts) : 0,
    unreadExamples: unread.slice(0, EXAMPLES).map(({ value }) => value),
  };
}

export const isFirstOfMonth = (on: Day): boolean => on.endsWith('-01');

/** From here on a column seems to know months only: of real days one in thirty is a first. */
const FIRSTS_PERCENT = 40;
const FEWEST_DATES = 10;

export const seemsMonthly = ({ read, firstsOfMonth }: DateFormatFit): boolean =>
  read >= FEWEST_DATES && firstsOfMonth * 100 >= read * FIRSTS_PERCENT;

const rowsOf = (values: readonly CountedValue[]): number => values.reduce((sum, { count }) => sum + count, 0);
