import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day, day } from './day.js';
import { quarterCalendar } from './fiscal-quarter.js';
import { dayAt, isTimeZone, quarterAt, type TimeZoneSetting, todayIn } from './time-zone.js';

describe('todayIn', () => {
  it.each([
    ['UTC', '2026-03-31'],
    ['Europe/Vienna', '2026-04-01'],
    ['Pacific/Kiritimati', '2026-04-01'],
    ['America/Los_Angeles', '2026-03-31'],
  ])('in %s it is %s', (zone, expected) => {
    expect(todayIn(zone, new Date('2026-03-31T22:30:00Z'))).toBe(expected);
  });

  it.each([
    // Clocks go from 02:00 to 03:00 on 29 March and back on 25 October: 23 and 25 hours, each one day.
    ['Europe/Vienna', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['Europe/Vienna', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['Europe/Vienna', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['Europe/Vienna', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['Europe/Vienna', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['Europe/Vienna', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['Europe/Vienna', '2026-10-25T23:00:00Z', '2026-10-26'],
    // Midnight itself did not exist in Brazil on 4 November 2018, and in Lord Howe the change is half an hour.
    ['America/Sao_Paulo', '2018-11-04T02:59:59Z', '2018-11-03'],
    ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-04'],
    ['Australia/Lord_Howe', '2026-04-04T13:00:00Z', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-04-05T13:29:59Z', '2026-04-05'],
    // The year ends at different instants; Samoa had no 30 December 2011 at all.
    ['Pacific/Auckland', '2026-12-31T11:00:00Z', '2027-01-01'],
    ['Asia/Kolkata', '2026-12-31T18:29:59Z', '2026-12-31'],
    ['Asia/Kolkata', '2026-12-31T18:30:00Z', '2027-01-01'],
    ['America/Los_Angeles', '2027-01-01T07:59:59Z', '2026-12-31'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
  ])('in %s at %s it is %s', (zone, instant, expected) => {
    expect(todayIn(zone, new Date(instant))).toBe(expected);
  });

  it('refuses an unknown zone', () => {
    expect(() => todayIn('Europe/Atlantis', new Date(0))).toThrow(RangeError);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(isTimeZone('Asia/Kolkata')).toBe(true);
  });
});

const movesWest: TimeZoneSetting[] = [
  { from: day('2026-07-01'), timeZone: 'America/Los_Angeles' },
  { from: day('2026-01-01'), timeZone: 'Europe/Vienna' },
];
const movesEast: TimeZoneSetting[] = [
  { from: null, timeZone: 'America/Los_Angeles' },
  { from: day('2026-07-01'), timeZone: 'Europe/Vienna' },
];

describe('dayAt', () => {
  it.each([
    // 1 July begins in Vienna; it ends in Los Angeles, nine hours later than it would have.
    [movesWest, '2026-06-30T21:59:59Z', '2026-06-30'],
    [movesWest, '2026-06-30T22:00:00Z', '2026-07-01'],
    [movesWest, '2026-07-02T06:59:59Z', '2026-07-01'],
    [movesWest, '2026-07-02T07:00:00Z', '2026-07-02'],
    // 30 June begins in Los Angeles and is over when Vienna has reached 1 July.
    [movesEast, '2026-06-30T07:00:00Z', '2026-06-30'],
    [movesEast, '2026-06-30T22:00:00Z', '2026-07-01'],
    // Before the first setting the first counts.
    [movesWest, '2025-12-31T22:30:00Z', '2025-12-31'],
    [movesWest, '2020-05-01T22:30:00Z', '2020-05-02'],
    [[], '2026-06-30T23:30:00Z', '2026-06-30'],
  ])('under %j at %s is %s', (zones, instant, expected) => {
    expect(dayAt(new Date(instant), zones)).toBe(expected);
  });

  const zonesArbitrary = fc.uniqueArray(
    fc.record({
      from: fc.nat(30).map((count): Day => addDays(day('2026-03-15'), count)),
      timeZone: fc.constantFrom(
        'UTC',
        'Europe/Vienna',
        'America/Los_Angeles',
        'Pacific/Kiritimati',
        'Pacific/Midway',
      ),
    }),
    { selector: ({ from }) => from, maxLength: 4 },
  );

  it('never goes back, and does not depend on the order of the settings', () => {
    fc.assert(
      fc.property(zonesArbitrary, fc.nat(45 * 24), fc.nat(30), (zones, hour, later) => {
        const at = (hours: number) => new Date(Date.parse('2026-03-10T00:00:00Z') + hours * 3_600_000);
        expect(dayAt(at(hour), zones) <= dayAt(at(hour + later), zones)).toBe(true);
        expect(dayAt(at(hour), [...zones].reverse())).toBe(dayAt(at(hour), zones));
      }),
    );
  });
});

describe('quarterAt', () => {
  const calendar = quarterCalendar([
    { from: null, fiscalYearStartMonth: 1 },
    { from: day('2026-07-01'), fiscalYearStartMonth: 2 },
  ]);

  it.each([
    ['2026-06-30T21:59:59Z', '2026-06-30', 'Q2 FY26'],
    ['2026-06-30T22:00:00Z', '2026-07-01', 'Q2 FY27'],
    ['2027-01-01T07:59:59Z', '2026-12-31', 'Q4 FY27'],
  ])('at %s stands on %s in %s', (instant, on, label) => {
    expect(quarterAt(new Date(instant), movesWest, calendar)).toMatchObject({ day: on, quarter: { label } });
  });

  it('stands in a quarter of the calendar year without any setting', () => {
    expect(quarterAt(new Date('2026-12-31T23:59:59Z'), [], quarterCalendar([]))).toMatchObject({
      day: '2026-12-31',
      quarter: { label: 'Q4 FY26' },
    });
  });
});
