import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day, day } from './day.js';
import { quarterCalendar, quarterOf, quartersBetween } from './fiscal-quarter.js';
import { freshFrom, isStale, validThrough } from './validity.js';

const january = quarterCalendar([{ from: null, fiscalYearStartMonth: 1 }]);
/** 1 Jan to 14 Feb, then 15 Feb to 31 Mar: a change cuts two quarters short. */
const changed = quarterCalendar([
  { from: null, fiscalYearStartMonth: 1 },
  { from: day('2026-02-15'), fiscalYearStartMonth: 7 },
]);

describe('validity of an assessment', () => {
  it('runs through its own quarter and the next', () => {
    expect(validThrough(day('2026-01-01'), january)).toBe('2026-06-30');
    expect(validThrough(day('2026-03-31'), january)).toBe('2026-06-30');
    expect(isStale(day('2026-01-01'), day('2026-06-30'), january)).toBe(false);
    expect(isStale(day('2026-03-31'), day('2026-07-01'), january)).toBe(true);
  });

  it('is not cut by a shortened quarter', () => {
    expect(validThrough(day('2026-01-10'), changed)).toBe('2026-06-30');
    expect(freshFrom(day('2026-06-30'), changed)).toBe('2025-10-01');
  });

  it('follows the cadence, and lasts some days longer with grace', () => {
    expect(validThrough(day('2026-01-01'), january, { cadenceQuarters: 0, graceDays: 0 })).toBe('2026-03-31');
    expect(validThrough(day('2026-01-01'), january, { cadenceQuarters: 2, graceDays: 30 })).toBe(
      '2026-10-30',
    );
    expect(freshFrom(day('2026-06-30'), january, { cadenceQuarters: 2, graceDays: 0 })).toBe('2025-10-01');
    // 30 June less 30 days is 31 May, in the quarter from 1 April; less 91 days it is 31 March.
    expect(freshFrom(day('2026-06-30'), january, { cadenceQuarters: 0, graceDays: 30 })).toBe('2026-04-01');
    expect(freshFrom(day('2026-06-30'), january, { cadenceQuarters: 0, graceDays: 91 })).toBe('2026-01-01');
  });

  it.each([
    [-1, 0],
    [0.5, 0],
    [NaN, 0],
    [1, -1],
    [1, Infinity],
  ])('refuses %d quarters and %d days', (cadenceQuarters, graceDays) => {
    const rule = { cadenceQuarters, graceDays };
    expect(() => validThrough(day('2026-01-01'), january, rule)).toThrow(RangeError);
    expect(() => freshFrom(day('2026-01-01'), january, rule)).toThrow(RangeError);
  });

  const dayArbitrary = fc.nat(2500).map((count) => addDays(day('2020-01-01'), count));
  const calendarArbitrary = fc
    .uniqueArray(fc.record({ from: dayArbitrary, fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }) }), {
      selector: ({ from }) => from,
      maxLength: 5,
    })
    .map(quarterCalendar);
  const ruleArbitrary = fc.record({ cadenceQuarters: fc.nat(8), graceDays: fc.nat(200) });

  it('is one definition of stale: the last day that counts and the first as-of day say the same', () => {
    fc.assert(
      fc.property(
        calendarArbitrary,
        ruleArbitrary,
        dayArbitrary,
        dayArbitrary,
        (calendar, rule, asOf, on) => {
          const first = freshFrom(on, calendar, rule);
          expect(isStale(asOf, on, calendar, rule)).toBe(on > validThrough(asOf, calendar, rule));
          expect(isStale(first, on, calendar, rule)).toBe(false);
          expect(isStale(addDays(first, -1), on, calendar, rule)).toBe(true);
        },
      ),
    );
  });

  it('agrees with the quarters counted one by one', () => {
    /** Slow and obvious: the quarters after its own, the shortened ones left out, up to the last that counts. */
    const slowly = (asOf: Day, calendar: typeof january, cadence: number) => {
      const own = quarterOf(asOf, calendar);
      const later = quartersBetween(addDays(own.to, 1), addDays(own.to, 5000), calendar);
      return [own, ...later.filter(({ isShortened }) => !isShortened)][cadence]?.to;
    };
    fc.assert(
      fc.property(calendarArbitrary, dayArbitrary, fc.nat(8), (calendar, asOf, cadenceQuarters) => {
        expect(validThrough(asOf, calendar, { cadenceQuarters, graceDays: 0 })).toBe(
          slowly(asOf, calendar, cadenceQuarters),
        );
      }),
    );
  });
});
