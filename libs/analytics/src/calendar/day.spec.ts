import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  day,
  daysBetween,
  daysInMonth,
  isDay,
  maxDay,
  minDay,
  monthsFromDays,
  parseDay,
} from './day.js';
import { firstDayOf, lastDayOf } from './precision.js';

const dayArbitrary = fc
  .integer({ min: -60_000, max: 120_000 })
  .map((count) => addDays(day('1970-01-01'), count));

describe('parseDay', () => {
  it.each(['2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseDay(text)).toEqual({ kind: 'day', day: text });
  });

  it.each(['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-01-00'])(
    'knows that there is no %s',
    (text) => {
      expect(parseDay(text)).toEqual({ kind: 'not-a-day', reason: 'no-such-day' });
    },
  );

  it.each([
    '',
    '2024-1-1',
    '24-01-01',
    '0999-01-01',
    '2024/01/01',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '2024-01-01\n',
  ])('refuses the form %j', (text) => {
    expect(parseDay(text)).toEqual({ kind: 'not-a-day', reason: 'not-yyyy-mm-dd' });
    expect(isDay(text)).toBe(false);
  });

  it('has a form for constants that throws', () => {
    expect(day('2024-06-30')).toBe('2024-06-30');
    expect(() => day('2024-06-31')).toThrow(RangeError);
  });
});

describe('day arithmetic', () => {
  it('counts days as a calendar does', () => {
    expect(daysBetween(day('2024-06-01'), day('2025-03-01'))).toBe(273);
    expect(daysBetween(day('2025-03-01'), day('2024-06-01'))).toBe(-273);
    expect(daysBetween(day('2023-12-31'), day('2024-12-31'))).toBe(366);
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(day('2000-03-01'), -1)).toBe('2000-02-29');
  });

  it('agrees with the proleptic Gregorian calendar of the platform', () => {
    fc.assert(
      fc.property(dayArbitrary, fc.integer({ min: -40_000, max: 40_000 }), (start, count) => {
        const platform = new Date(Date.parse(`${start}T00:00:00Z`) + count * 86_400_000)
          .toISOString()
          .slice(0, 10);
        expect(addDays(start, count)).toBe(platform);
        expect(daysBetween(start, addDays(start, count))).toBe(count);
      }),
    );
  });

  it('keeps the date over months, or takes the last day of a shorter month', () => {
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(day('2024-03-31'), -13)).toBe('2023-02-28');
    expect(addMonths(day('2024-12-15'), 1)).toBe('2025-01-15');
    expect(addMonths(day('2024-12-15'), 0)).toBe('2024-12-15');
  });

  it('sorts as text', () => {
    fc.assert(fc.property(dayArbitrary, dayArbitrary, (a, b) => a < b === daysBetween(a, b) > 0));
    expect(minDay(day('2024-05-02'), day('2024-05-01'), day('2024-06-01'))).toBe('2024-05-01');
    expect(maxDay(day('2024-05-02'), day('2024-05-01'))).toBe('2024-05-02');
  });

  it('has months of 30.4375 days', () => {
    expect(monthsFromDays(365.25)).toBe(12);
    expect(monthsFromDays(0)).toBe(0);
  });

  it('knows how long a month is, and that there is no thirteenth', () => {
    expect([1, 2, 4, 12].map((month) => daysInMonth(2100, month))).toEqual([31, 28, 30, 31]);
    expect(daysInMonth(2000, 2)).toBe(29);
    expect(() => daysInMonth(2024, 13)).toThrow(RangeError);
  });

  it('refuses to leave the years it can write', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('2024-01-01'), 0.5)).toThrow(RangeError);
  });
});

describe('precision', () => {
  it.each([
    ['DAY', '2024-05-17', '2024-05-17'],
    ['MONTH', '2024-05-01', '2024-05-31'],
    ['QUARTER', '2024-04-01', '2024-06-30'],
    ['YEAR', '2024-01-01', '2024-12-31'],
  ] as const)('%s of 17 May 2024 runs from %s to %s', (precision, first, last) => {
    expect(firstDayOf(day('2024-05-17'), precision)).toBe(first);
    expect(lastDayOf(day('2024-05-17'), precision)).toBe(last);
  });

  it('follows the fiscal year where one is given', () => {
    // Fiscal year from February: its quarters begin in February, May, August and November.
    expect(firstDayOf(day('2024-01-31'), 'QUARTER', 2)).toBe('2023-11-01');
    expect(lastDayOf(day('2024-01-31'), 'YEAR', 2)).toBe('2024-01-31');
  });

  it('refuses a fiscal year from a month that does not exist', () => {
    expect(() => firstDayOf(day('2024-05-17'), 'YEAR', 13)).toThrow(RangeError);
    expect(() => lastDayOf(day('2024-05-17'), 'MONTH', 0)).toThrow(RangeError);
  });

  it('holds the day, and its ends have the same ends', () => {
    fc.assert(
      fc.property(
        dayArbitrary,
        fc.constantFrom('DAY', 'MONTH', 'QUARTER', 'YEAR'),
        fc.integer({ min: 1, max: 12 }),
        (value, precision, month) => {
          const [first, last] = [firstDayOf(value, precision, month), lastDayOf(value, precision, month)];
          expect(first <= value && value <= last).toBe(true);
          expect(lastDayOf(first, precision, month)).toBe(last);
          expect(firstDayOf(last, precision, month)).toBe(first);
        },
      ),
    );
  });
});
