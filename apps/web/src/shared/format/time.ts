import { locale } from '../i18n.js';

/** A calendar day as the api sends it, YYYY-MM-DD; shown by `DayText` and `formatDay` of web-ui. */
export type Day = string;

const ofInstant = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const ofTime = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

const dayMs = 86_400_000;

/** Days are compared in UTC: a local midnight would lose a day where the clocks change. */
const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`);

/** An instant in the reader's own time zone: "10 Oct 2026, 09:15". September has three letters, as in `formatDay`. */
export const formatInstant = (instant: string | Date): string =>
  ofInstant.format(new Date(instant)).replace(/\bSept\b/, 'Sep');

/** "09:15" in the reader's own time zone. */
export const formatTime = (instant: string | Date): string => ofTime.format(new Date(instant));

/** Whole days from one day to the other; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / dayMs);

/** "today", "3 days ago", "in 2 months": for a feeling of distance, beside an exact day. */
export function formatDistance(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  const distance = Math.abs(days);
  if (distance < 31) return relative.format(days, 'day');
  if (distance < 365) return relative.format(Math.round(days / 30.44), 'month');
  return relative.format(Math.round(days / 365.25), 'year');
}
