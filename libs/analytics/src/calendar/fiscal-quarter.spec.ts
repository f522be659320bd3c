import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, day } from './day.js';
import {
  fiscalQuarterOf,
  nextQuarter,
  previousQuarter,
  quarterCalendar,
  quarterOf,
  quartersBetween,
} from './fiscal-quarter.js';

const january = quarterCalendar([{ from: null, fiscalYearStartMonth: 1 }]);

describe('fiscalQuarterOf', () => {
  it.each([
    ['2026-01-01', 1, 'Q1 FY26', '2026-01-01', '2026-03-31'],
    ['2025-07-01', 7, 'Q1 FY26', '2025-07-01', '2025-09-30'],
    ['2026-06-30', 7, 'Q4 FY26', '2026-04-01', '2026-06-30'],
    ['2026-02-01', 2, 'Q1 FY27', '2026-02-01', '2026-04-30'],
    ['2026-01-31', 2, 'Q4 FY26', '2025-11-01', '2026-01-31'],
    ['2025-12-31', 10, 'Q1 FY26', '2025-10-01', '2025-12-31'],
    ['2099-12-01', 12, 'Q1 FY00', '2099-12-01', '2100-02-28'],
  ])('%s with a year from month %i lies in %s', (on, month, label, from, to) => {
    expect(fiscalQuarterOf(day(on), month)).toMatchObject({ label, from, to, isShortened: false });
  });

  it('names a fiscal year by the calendar year in which it ends', () => {
    expect(fiscalQuarterOf(day('2025-07-01'), 7).fiscalYear).toBe(2026);
    expect(fiscalQuarterOf(day('2025-07-01'), 1).fiscalYear).toBe(2025);
  });

  it.each([0, 13, 1.5, NaN])('refuses a year from month %d', (month) => {
    expect(() => fiscalQuarterOf(day('2026-01-01'), month)).toThrow(RangeError);
  });
});

describe('quarterCalendar', () => {
  it('steps through quarters in both directions', () => {
    const quarter = quarterOf(day('2026-02-15'), january);
    expect(nextQuarter(quarter, january).label).toBe('Q2 FY26');
    expect(previousQuarter(quarter, january).label).toBe('Q4 FY25');
    expect(quartersBetween(day('2025-11-30'), day('2026-04-01'), january).map(({ label }) => label)).toEqual([
      'Q4 FY25',
      'Q1 FY26',
      'Q2 FY26',
    ]);
    expect(quartersBetween(day('2026-04-01'), day('2025-11-30'), january)).toEqual([]);
  });

  it('ends the running quarter on the day before a change and begins one on the day of it', () => {
    // January year until 14 Feb 2026, July year from 15 Feb on: 1 Jan to 14 Feb, then 15 Feb to 31 Mar.
    const calendar = quarterCalendar([
      { from: null, fiscalYearStartMonth: 1 },
      { from: day('2026-02-15'), fiscalYearStartMonth: 7 },
    ]);
    expect(quartersBetween(day('2025-12-31'), day('2026-04-01'), calendar)).toMatchObject([
      { label: 'Q4 FY25', from: '2025-10-01', to: '2025-12-31', isShortened: false },
      { label: 'Q1 FY26', from: '2026-01-01', to: '2026-02-14', isShortened: true },
      { label: 'Q3 FY26', from: '2026-02-15', to: '2026-03-31', isShortened: true },
      { label: 'Q4 FY26', from: '2026-04-01', to: '2026-06-30', isShortened: false },
    ]);
  });

  it('shortens only the old quarter when the change is the first day of a new one', () => {
    const calendar = quarterCalendar([
      { from: day('2026-02-01'), fiscalYearStartMonth: 2 },
      { from: null, fiscalYearStartMonth: 1 },
    ]);
    expect(quartersBetween(day('2026-01-15'), day('2026-02-01'), calendar)).toMatchObject([
      { from: '2026-01-01', to: '2026-01-31', isShortened: true },
      { from: '2026-02-01', to: '2026-04-30', isShortened: false },
    ]);
  });

  it('cuts nothing where a setting repeats the month', () => {
    const calendar = quarterCalendar([
      { from: null, fiscalYearStartMonth: 4 },
      { from: day('2026-05-05'), fiscalYearStartMonth: 4 },
    ]);
    expect(quarterOf(day('2026-05-05'), calendar)).toMatchObject({
      from: '2026-04-01',
      to: '2026-06-30',
      isShortened: false,
    });
  });

  it('follows the first setting before its day', () => {
    const calendar = quarterCalendar([{ from: day('2026-05-05'), fiscalYearStartMonth: 4 }]);
    expect(quarterOf(day('2020-05-05'), calendar).label).toBe('Q1 FY21');
  });

  it('has the quarters of the calendar year without any setting', () => {
    const calendar = quarterCalendar([]);
    expect(quarterOf(day('2026-02-15'), calendar)).toEqual(quarterOf(day('2026-02-15'), january));
  });

  it('refuses two settings from one day', () => {
    const twice = { from: day('2026-01-01'), fiscalYearStartMonth: 1 };
    expect(() => quarterCalendar([twice, { ...twice, fiscalYearStartMonth: 2 }])).toThrow(RangeError);
  });

  const dayArbitrary = fc.nat(4000).map((count) => addDays(day('2020-01-01'), count));
  const settingsArbitrary = fc
    .uniqueArray(fc.record({ from: dayArbitrary, fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }) }), {
      selector: ({ from }) => from,
      minLength: 1,
      maxLength: 5,
    })
    .map(quarterCalendar);

  it('gives every day exactly one quarter, without gap or overlap', () => {
    fc.assert(
      fc.property(settingsArbitrary, dayArbitrary, (calendar, on) => {
        const quarter = quarterOf(on, calendar);
        expect(quarter.from <= on && on <= quarter.to).toBe(true);
        expect(quarterOf(quarter.from, calendar)).toEqual(quarter);
        expect(quarterOf(quarter.to, calendar)).toEqual(quarter);
        expect(previousQuarter(nextQuarter(quarter, calendar), calendar)).toEqual(quarter);
      }),
    );
  });
});
