import { Temporal } from 'temporal-polyfill';

/** `daily HH:MM` or `hourly :MM`, in the timer's time zone. */
const DAILY = /^daily ([01]\d|2[0-3]):([0-5]\d)$/;
const HOURLY = /^hourly :([0-5]\d)$/;

/**
 * The first run after `after`. A local time that daylight saving skips runs at the next one that exists.
 *
 * @throws Error on a schedule of another form
 */
export function nextRun(schedule: string, timeZone: string, after: Date): Date {
  const start = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timeZone);
  const daily = DAILY.exec(schedule);
  if (daily) {
    const time = { hour: Number(daily[1]), minute: Number(daily[2]) };
    const today = start.withPlainTime(time);
    const isAhead = Temporal.ZonedDateTime.compare(today, start) > 0;
    // The time is set on the next day itself: a day added to one that was moved out of a gap would keep the moved time.
    return new Date((isAhead ? today : start.add({ days: 1 }).withPlainTime(time)).epochMilliseconds);
  }
  const hourly = HOURLY.exec(schedule);
  if (hourly) {
    const sinceHour = { second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 };
    const thisHour = start.with({ minute: Number(hourly[1]), ...sinceHour });
    const isAhead = Temporal.ZonedDateTime.compare(thisHour, start) > 0;
    return new Date((isAhead ? thisHour : thisHour.add({ hours: 1 })).epochMilliseconds);
  }
  throw new Error(`"${schedule}" is no schedule; write "daily 03:00" or "hourly :15".`);
}
