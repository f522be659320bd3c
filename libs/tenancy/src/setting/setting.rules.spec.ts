import { day, quarterOf } from '@pilotage/analytics';
import { describe, expect, it } from '@jest/globals';
import { isEffectiveDay, parseSetting, type SettingName } from './setting.rules.js';
import { SettingsTimeline, type SettingRow } from './settings-timeline.js';

describe('parseSetting', () => {
  it.each<[SettingName, string, unknown]>([
    ['FISCAL_YEAR_START_MONTH', '7', 7],
    ['FISCAL_YEAR_START_MONTH', ' 12 ', 12],
    ['TIME_ZONE', 'Europe/Vienna', 'Europe/Vienna'],
    ['TIME_ZONE', 'UTC', 'UTC'],
    ['CURRENCY', 'eur', 'EUR'],
    ['CADENCE_QUARTERS', '2', 2],
    ['PILOT_LIMIT_DAYS', '365', 365],
  ])('%s takes %s', (name, text, value) => {
    expect(parseSetting(name, text)).toEqual({ kind: 'value', value });
  });

  it.each<[SettingName, string]>([
    ['FISCAL_YEAR_START_MONTH', '0'],
    ['FISCAL_YEAR_START_MONTH', '13'],
    ['FISCAL_YEAR_START_MONTH', '1.5'],
    ['FISCAL_YEAR_START_MONTH', 'July'],
    ['TIME_ZONE', 'Vienna'],
    ['TIME_ZONE', 'Europe/Nowhere'],
    ['TIME_ZONE', '+02:00'],
    ['TIME_ZONE', 'CET'],
    ['CURRENCY', 'EURO'],
    ['CURRENCY', 'ZZZ'],
    ['CADENCE_QUARTERS', '0'],
    ['PILOT_LIMIT_DAYS', '-1'],
    ['PILOT_LIMIT_DAYS', ''],
  ])('%s refuses %j, and says what it takes', (name, text) => {
    expect(parseSetting(name, text)).toEqual({ kind: 'invalid', message: expect.stringMatching(/\.$/) });
  });

  it('knows which days can take effect', () => {
    expect(['1970-01-01', '2026-02-28'].every(isEffectiveDay)).toBe(true);
    expect(['1969-12-31', '2101-01-01', '2026-02-29', 'soon'].some(isEffectiveDay)).toBe(false);
  });
});

describe('SettingsTimeline', () => {
  const rows: SettingRow[] = [
    { name: 'TIME_ZONE', value: 'America/New_York', effectiveOn: day('2026-01-01') },
    { name: 'FISCAL_YEAR_START_MONTH', value: 1, effectiveOn: day('2026-01-01') },
    { name: 'FISCAL_YEAR_START_MONTH', value: 7, effectiveOn: day('2026-07-01') },
    { name: 'CURRENCY', value: 'USD', effectiveOn: day('2026-01-01') },
    { name: 'CADENCE_QUARTERS', value: 1, effectiveOn: day('2026-01-01') },
    { name: 'PILOT_LIMIT_DAYS', value: 365, effectiveOn: day('2026-01-01') },
    { name: 'PILOT_LIMIT_DAYS', value: 180, effectiveOn: day('2026-04-01') },
  ];
  const timeline = new SettingsTimeline(rows);

  it('gives what is in force on a day; before the first, the first', () => {
    expect(timeline.on(day('2026-03-31')).pilotLimitDays).toBe(365);
    expect(timeline.on(day('2026-04-01')).pilotLimitDays).toBe(180);
    expect(timeline.on(day('2000-01-01'))).toEqual({
      fiscalYearStartMonth: 1,
      timeZone: 'America/New_York',
      currency: 'USD',
      cadenceQuarters: 1,
      pilotLimitDays: 365,
    });
  });

  it('makes quarters of the fiscal years', () => {
    expect(quarterOf(day('2025-05-01'), timeline.calendar).label).toBe('Q2 FY25');
    expect(quarterOf(day('2026-08-01'), timeline.calendar).label).toBe('Q1 FY27');
  });

  it('knows which day it is where the tenant is', () => {
    // 03:00 UTC is 23:00 of the day before in New York (summer time).
    expect(timeline.todayAt(new Date('2026-06-11T03:00:00Z'))).toBe('2026-06-10');
    const moved = new SettingsTimeline([
      ...rows,
      { name: 'TIME_ZONE', value: 'Asia/Tokyo', effectiveOn: day('2026-06-11') },
    ]);
    expect(moved.todayAt(new Date('2026-06-11T03:00:00Z'))).toBe('2026-06-11');
    expect(moved.todayAt(new Date('2026-06-10T12:00:00Z'))).toBe('2026-06-10');
  });

  it('does not make settings up', () => {
    expect(() => new SettingsTimeline(rows.slice(0, 1))).toThrow(RangeError);
  });
});
