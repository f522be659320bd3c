import { type Day, dayFromParts, minDay } from './day.js';
import { type FiscalQuarter, type QuarterCalendar, quarterOf } from './fiscal-quarter.js';

/** Making a formatter costs about fifty times as much as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day on the calendar at an instant in an IANA time zone such as `Europe/Vienna`. Throws RangeError on an unknown zone. */
export function todayIn(timeZone: string, instant: Date): Day {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return dayFromParts(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0);
}

/** From which day on a time zone applies. `from: null` means "since ever" and is right for the first entry. */
export interface TimeZoneSetting {
  readonly from: Day | null;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * An organisation's day at an instant, in the zone in force on that very day: the latest that has reached its first
 * day. A day on which the zone changes runs on until the later zone has reached it too, so a change never leads back
 * to a day that was over. Before the first setting the first counts; without any it is UTC. Throws RangeError on an
 * unknown zone.
 */
export function dayAt(instant: Date, zones: readonly TimeZoneSetting[]): Day {
  const settings = [...zones].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const days = settings.map(({ timeZone }) => todayIn(timeZone, instant));
  const reached = settings.findLastIndex(({ from }, index) => from === null || from <= days[index]!);
  const inForce = Math.max(0, reached);
  const on = days[inForce] ?? todayIn('UTC', instant);
  const next = reached < 0 ? null : settings[inForce + 1]?.from;
  return next ? minDay(on, next) : on;
}

/** Instant to day to quarter: where an organisation stood in its own time, under the settings of that day. */
export function quarterAt(
  instant: Date,
  zones: readonly TimeZoneSetting[],
  calendar: QuarterCalendar,
): { readonly day: Day; readonly quarter: FiscalQuarter } {
  const day = dayAt(instant, zones);
  return { day, quarter: quarterOf(day, calendar) };
}

/** Whether a text names a time zone that this platform knows. */
export function isTimeZone(text: string): boolean {
  try {
    formatterFor(text);
    return true;
  } catch {
    return false;
  }
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}
