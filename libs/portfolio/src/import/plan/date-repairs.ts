import { addDays, addMonths, dateFormat, type DateFormat, day, type Day, dayFromParts, daysBetween, type Precision, readDate, type ReadDate } from '@pilotage/analytics'; // prettier-ignore

/** What a file writes in the place of a date, and the ways in which it can be read; see `oddDate`. */
export const DATE_REPAIRS = {
  /** 7/16/1905: the year 2024 as a number, shown by a spreadsheet as a day. */
  DATE_SERIAL_YEAR: ['USE'],
  /** 45292: a day as the number that a spreadsheet keeps for it. */
  DATE_SERIAL_DAY: ['USE'],
  /** 24-Nov: November 2024, or 24 November. */
  DATE_DAY_OR_YEAR: ['AS_MONTH', 'AS_DAY'],
  /** 31.12.24. */
  DATE_SHORT_YEAR: ['USE'],
  /** 10/12023. */
  DATE_SEPARATOR_MISSING: ['USE'],
  /** Q4FY25, FY2025. */
  DATE_FISCAL: ['USE'],
  /** 2022-08 (estimated). */
  DATE_WITH_NOTE: ['USE'],
  /** 2022-08 in a column of M/D/YYYY. */
  DATE_OTHER_FORMAT: ['USE'],
} as const satisfies Record<string, readonly Exclude<RepairChoice, 'LEAVE_OUT'>[]>;

export type RepairCode = keyof typeof DATE_REPAIRS;
export const REPAIR_CODES = Object.keys(DATE_REPAIRS) as [RepairCode, ...RepairCode[]];
export const isRepairCode = (code: string): code is RepairCode => code in DATE_REPAIRS;

/** USE where there is one way to read it; AS_MONTH or AS_DAY where there are two. */
export const REPAIR_CHOICES = ['LEAVE_OUT', 'USE', 'AS_MONTH', 'AS_DAY'] as const;
export type RepairChoice = (typeof REPAIR_CHOICES)[number];

/** What a date would be by a choice. */
export interface Reading {
  readonly choice: RepairChoice;
  readonly on: Day;
  readonly precision: Precision;
}

export interface OddDate {
  readonly code: RepairCode;
  readonly readings: readonly Reading[];
}

/** What is known beside the text itself. */
export interface DateContext {
  /** As named for the column. */
  readonly format: DateFormat;
  readonly asOfOn: Day;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
}

/** A text that the format of its column does not read, or reads as a day that cannot be; null for none of the known kinds. */
export function oddDate(text: string, context: DateContext): OddDate | null {
  return (
    serialYear(text, context) ??
    serialDay(text) ??
    dayOrYear(text, context) ??
    shortYear(text, context) ??
    fiscalPeriod(text, context) ??
    otherFormat(text, context) ??
    separatorMissing(text, context) ??
    withNote(text, context)
  );
}

/** "Pre-2021", "before 3/2019": a bound, not a day. */
export const isBound = (text: string): boolean => /^(pre|before|prior to|<)[\s-]*\S*\d{4}/i.test(text);

/** Spreadsheets count days from here. */
const SERIAL_ZERO = day('1899-12-30');
const isYear = (number: number): boolean => number >= 1970 && number < 2100;
const isLikely = (on: Day): boolean => isYear(Number(on.slice(0, 4)));

function serialYear(text: string, { format }: DateContext): OddDate | null {
  const read = readDate(text, format);
  if (read.kind === 'unreadable' || read.precision !== 'DAY') return null;
  const year = daysBetween(SERIAL_ZERO, read.on);
  return isYear(year) ? use('DATE_SERIAL_YEAR', dayFromParts(year, 1, 1), 'YEAR') : null;
}

function serialDay(text: string): OddDate | null {
  if (!/^\d{5}$/.test(text)) return null;
  const on = addDays(SERIAL_ZERO, Number(text));
  return isLikely(on) ? use('DATE_SERIAL_DAY', on, 'DAY') : null;
}

const DAY_MONTH_YEAR = dateFormat('D-MMM-YYYY')!;
const MONTH_YEAR = dateFormat('MMM YYYY')!;

function dayOrYear(text: string, { asOfOn }: DateContext): OddDate | null {
  const match =
    /^(?<before>\d{1,2})[- ](?<month>\p{L}{3,5})\.?$|^(?<name>\p{L}{3,5})\.?[- ](?<after>\d{2})$/iu.exec(
      text,
    );
  if (!match) return null;
  const number = match.groups!['before'] ?? match.groups!['after']!;
  const month = match.groups!['month'] ?? match.groups!['name']!;
  const asMonth = number.length === 2 ? readDate(`${month} 20${number}`, MONTH_YEAR) : null;
  const asDay = readDate(`${number}-${month}-${asOfOn.slice(0, 4)}`, DAY_MONTH_YEAR);
  const readings: Reading[] = [
    ...(asMonth?.kind === 'date' ? [{ choice: 'AS_MONTH' as const, on: asMonth.on, precision: asMonth.precision }] : []), // prettier-ignore
    ...(asDay.kind === 'date'
      ? [{ choice: 'AS_DAY' as const, on: asDay.on, precision: asDay.precision }]
      : []),
  ];
  return readings.length === 0 ? null : { code: 'DATE_DAY_OR_YEAR', readings };
}

const DAY_MONTH_NAME_YEAR = ['D MMM YYYY', 'D-MMM-YYYY', 'MMM D, YYYY'].map((name) => dateFormat(name)!);
/** A year so far ahead is one of the last century. */
const YEARS_AHEAD = 20;

/** Two digits where the format has the year last. */
function shortYear(text: string, { format, asOfOn }: DateContext): OddDate | null {
  const [, before, digits, time = ''] = /^(.*?\D)(\d{2})([T ]\d{1,2}:.*)?$/.exec(text) ?? [];
  if (before === undefined) return null;
  const ahead = Number(`20${digits}`) - Number(asOfOn.slice(0, 4));
  const whole = `${before}${ahead > YEARS_AHEAD ? 19 : 20}${digits}${time}`;
  const read = inAnyOf(whole, [format, ...DAY_MONTH_NAME_YEAR]);
  return read ? use('DATE_SHORT_YEAR', read.on, read.precision) : null;
}

/** Where one more separator makes it a date in one way only. */
function separatorMissing(text: string, { format }: DateContext): OddDate | null {
  const separators = new Set(format.name.match(/[^A-Z]/gi) ?? []);
  const found = new Map<Day, Precision>();
  for (const separator of separators) {
    for (let at = 1; at < text.length; at += 1) {
      const read = readDate(text.slice(0, at) + separator + text.slice(at), format);
      if (read.kind === 'date' && isLikely(read.on)) found.set(read.on, read.precision);
    }
  }
  const [one, another] = found;
  return one && !another ? use('DATE_SEPARATOR_MISSING', ...one) : null;
}

/** By the fiscal year of the organisation: FY25 is the one that ends in 2025. */
function fiscalPeriod(text: string, { fiscalYearStartMonth }: DateContext): OddDate | null {
  const match =
    /^(?:Q(?<quarter>[1-4])[\s-]*)?FY[\s']*(?<year>\d{4}|\d{2})$/i.exec(text) ??
    /^FY[\s']*(?<year>\d{4}|\d{2})[\s-]*Q(?<quarter>[1-4])$/i.exec(text);
  if (!match) return null;
  const { quarter, year } = match.groups!;
  const endsIn = Number(year!.padStart(4, '20'));
  if (!isYear(endsIn)) return null;
  const from = dayFromParts(fiscalYearStartMonth === 1 ? endsIn : endsIn - 1, fiscalYearStartMonth, 1);
  return quarter === undefined
    ? use('DATE_FISCAL', from, 'YEAR')
    : use('DATE_FISCAL', addMonths(from, (Number(quarter) - 1) * 3), 'QUARTER');
}

/** Formats that leave no doubt which part is the month. */
const UNMISTAKABLE = ['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY-MM', 'YYYY/MM', 'YYYY', 'D MMM YYYY', 'D MMMM YYYY', 'D. MMMM YYYY', 'D-MMM-YYYY', 'MMM D, YYYY', 'MMMM D, YYYY', 'MMM YYYY', 'MMMM YYYY', 'MMM-YYYY', 'M/YYYY', 'M-YYYY', 'M.YYYY', 'Q YYYY', 'Q/YYYY', 'Q-YYYY', 'YYYY Q', 'YYYY-Q'].map((name) => dateFormat(name)!); // prettier-ignore

function otherFormat(text: string, { fiscalYearStartMonth }: DateContext): OddDate | null {
  const read = inAnyOf(text, UNMISTAKABLE);
  // Where fiscal years begin in another month, a quarter may be one of those.
  if (read?.precision === 'QUARTER' && fiscalYearStartMonth !== 1) return null;
  return read ? use('DATE_OTHER_FORMAT', read.on, read.precision) : null;
}

/** A date, and then words that hold no second year. */
function withNote(text: string, { format }: DateContext): OddDate | null {
  const heads = [/^[^(]+(?=\()/, /^[^\s(;,]+/].flatMap((head) => head.exec(text)?.[0].trim() ?? []);
  for (const head of heads) {
    const read = inAnyOf(head, [format, ...UNMISTAKABLE]);
    const note = text.slice(head.length);
    if (read && !/\d{4}/.test(note)) return use('DATE_WITH_NOTE', read.on, read.precision);
  }
  return null;
}

function inAnyOf(
  text: string,
  formats: readonly DateFormat[],
): Pick<Reading, 'on' | 'precision'> | undefined {
  const reads = formats.map((format) => readDate(text, format));
  return reads.find((read) => read.kind === 'date' && isLikely(read.on)) as
    Extract<ReadDate, { kind: 'date' }> | undefined;
}

const use = (code: RepairCode, on: Day, precision: Precision): OddDate => ({
  code,
  readings: [{ choice: 'USE', on, precision }],
});
