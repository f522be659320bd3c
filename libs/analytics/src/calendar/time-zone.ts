import { type Day, dayFromParts } from './day.js';

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
