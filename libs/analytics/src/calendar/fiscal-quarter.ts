import { addDays, type Day, partsOf } from './day.js';
import { assertMonth, firstDayOf, lastDayOf } from './precision.js';

/** One quarter of an organisation's fiscal year, both ends included. */
export interface FiscalQuarter {
  /** The calendar year in which the fiscal year ends: July 2025 to June 2026 is 2026. */
  readonly fiscalYear: number;
  readonly quarter: 1 | 2 | 3 | 4;
  /** The quarter's identity. Labels can repeat where the fiscal year was changed, days cannot. */
  readonly from: Day;
  readonly to: Day;
  /** For example `Q3 FY26`. */
  readonly label: string;
  /** True when a change of the fiscal year cut this quarter short; see `quarterCalendar`. */
  readonly isShortened: boolean;
}

/**
 * The full quarter a day falls into, for a fiscal year that starts on the first of the given month (1 to 12).
 * Throws RangeError on any other month.
 */
export function fiscalQuarterOf(on: Day, fiscalYearStartMonth: number): FiscalQuarter {
  const from = firstDayOf(on, 'QUARTER', fiscalYearStartMonth);
  const to = lastDayOf(on, 'QUARTER', fiscalYearStartMonth);
  const fiscalYear = partsOf(lastDayOf(on, 'YEAR', fiscalYearStartMonth)).year;
  const quarter = (Math.floor(((partsOf(from).month - fiscalYearStartMonth + 12) % 12) / 3) + 1) as
    1 | 2 | 3 | 4;
  return { fiscalYear, quarter, from, to, label: quarterLabel(quarter, fiscalYear), isShortened: false };
}

/** From which day on a fiscal year start applies. `from: null` means "since ever" and is right for the first entry. */
export interface FiscalYearSetting {
  readonly from: Day | null;
  readonly fiscalYearStartMonth: number;
}

/** The quarters of one organisation over all time; made by `quarterCalendar`. */
export interface QuarterCalendar {
  readonly segments: readonly CalendarSegment[];
}

interface CalendarSegment {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly fiscalYearStartMonth: number;
}

/**
 * The calendar that dated settings make. Settings count from their day on; days before the first setting follow the
 * first. When the fiscal year changes on day D, the quarter running under the old setting ends on D − 1, and the
 * first quarter under the new one begins on D: either may be shortened, none overlaps, no day is lost, and every
 * quarter lies under exactly one setting. A change on the first day of a new quarter shortens at most the old one.
 * Entries that repeat the month (a changed time zone, say) cut nothing.
 *
 * Without any setting the quarters are those of the calendar year. Throws RangeError on a month outside 1 to 12, or on
 * two settings from the same day.
 */
export function quarterCalendar(settings: readonly FiscalYearSetting[]): QuarterCalendar {
  const sorted = [...settings].sort((a, b) => compare(a.from ?? '', b.from ?? ''));
  const changes: FiscalYearSetting[] = [];
  for (const [index, setting] of sorted.entries()) {
    assertMonth(setting.fiscalYearStartMonth);
    if (index > 0 && sorted[index - 1]?.from === setting.from) {
      throw new RangeError(`Two fiscal year settings from ${setting.from ?? 'the beginning'}.`);
    }
    if (changes.at(-1)?.fiscalYearStartMonth !== setting.fiscalYearStartMonth) changes.push(setting);
  }
  if (changes.length === 0) changes.push({ from: null, fiscalYearStartMonth: 1 });
  return {
    segments: changes.map((change, index) => {
      const next = changes[index + 1]?.from;
      return {
        from: index === 0 ? null : change.from,
        to: next ? addDays(next, -1) : null,
        fiscalYearStartMonth: change.fiscalYearStartMonth,
      };
    }),
  };
}

/** The quarter a day falls into, under the setting in force on that day. */
export function quarterOf(on: Day, calendar: QuarterCalendar): FiscalQuarter {
  const segment = calendar.segments.findLast(({ from }) => from === null || from <= on);
  if (!segment) throw new RangeError('An empty quarter calendar; make calendars with quarterCalendar().');
  const full = fiscalQuarterOf(on, segment.fiscalYearStartMonth);
  const from = segment.from !== null && segment.from > full.from ? segment.from : full.from;
  const to = segment.to !== null && segment.to < full.to ? segment.to : full.to;
  return { ...full, from, to, isShortened: from !== full.from || to !== full.to };
}

/** The quarter that begins on the day after this one ends; under a changed fiscal year it can be a shortened one. */
export function nextQuarter(quarter: FiscalQuarter, calendar: QuarterCalendar): FiscalQuarter {
  return quarterOf(addDays(quarter.to, 1), calendar);
}

/** The quarter that ends on the day before this one begins; under a changed fiscal year it can be a shortened one. */
export function previousQuarter(quarter: FiscalQuarter, calendar: QuarterCalendar): FiscalQuarter {
  return quarterOf(addDays(quarter.from, -1), calendar);
}

/** The quarters from the one that holds `first` to the one that holds `last`, in order; none when `last` is earlier. */
export function quartersBetween(first: Day, last: Day, calendar: QuarterCalendar): FiscalQuarter[] {
  const quarters: FiscalQuarter[] = [];
  if (last < first) return quarters;
  let quarter = quarterOf(first, calendar);
  quarters.push(quarter);
  while (quarter.to < last) {
    quarter = nextQuarter(quarter, calendar);
    quarters.push(quarter);
  }
  return quarters;
}

function quarterLabel(quarter: number, fiscalYear: number): string {
  return `Q${quarter} FY${String(fiscalYear % 100).padStart(2, '0')}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
