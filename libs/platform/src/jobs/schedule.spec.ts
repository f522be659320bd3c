import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextRun } from './schedule.js';

const next = (schedule: string, zone: string, after: string): string =>
  nextRun(schedule, zone, new Date(after)).toISOString();

describe('a daily run', () => {
  it('is at the local time, today or tomorrow', () => {
    expect(next('daily 00:01', 'Europe/Vienna', '2026-06-30T21:59:00Z')).toBe('2026-06-30T22:01:00.000Z');
    expect(next('daily 00:01', 'Europe/Vienna', '2026-06-30T22:01:00Z')).toBe('2026-07-01T22:01:00.000Z');
  });

  // On 29 March 2026 Vienna goes from 02:00 to 03:00, on 25 October from 03:00 back to 02:00.
  it('that summer time skips is an hour later, on that day only', () => {
    expect(next('daily 02:30', 'Europe/Vienna', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
    // The day after it is 02:30 again, which is 00:30 in UTC by now, whenever on that day one asks.
    expect(next('daily 02:30', 'Europe/Vienna', '2026-03-29T01:30:00Z')).toBe('2026-03-30T00:30:00.000Z');
    expect(next('daily 02:30', 'Europe/Vienna', '2026-03-29T20:00:00Z')).toBe('2026-03-30T00:30:00.000Z');
  });

  it('that winter time repeats is once', () => {
    const first = next('daily 02:30', 'Europe/Vienna', '2026-10-24T12:00:00Z');
    expect(first).toBe('2026-10-25T00:30:00.000Z');
    expect(next('daily 02:30', 'Europe/Vienna', first)).toBe('2026-10-26T01:30:00.000Z');
    expect(next('daily 02:30', 'Europe/Vienna', '2026-10-25T01:10:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('is always ahead, and within 25 hours', () => {
    const zones = fc.constantFrom('Europe/Vienna', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo');
    const times = fc.constantFrom('daily 00:01', 'daily 00:30', 'daily 02:30', 'daily 23:59');
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(times, zones, instants, (schedule, zone, after) => {
        const wait = nextRun(schedule, zone, after).getTime() - after.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });
});

describe('an hourly run', () => {
  it('is at the minute, also where zones are off by half an hour', () => {
    expect(next('hourly :15', 'UTC', '2026-06-30T21:15:00Z')).toBe('2026-06-30T22:15:00.000Z');
    expect(next('hourly :15', 'Asia/Kolkata', '2026-06-30T21:00:00Z')).toBe('2026-06-30T21:45:00.000Z');
  });
});

describe('what is no schedule', () => {
  it.each(['weekly', 'daily 24:00', 'hourly 15'])('is refused: %s', (schedule) => {
    expect(() => next(schedule, 'UTC', '2026-06-30T21:15:00Z')).toThrow(/is no schedule/);
  });
});
