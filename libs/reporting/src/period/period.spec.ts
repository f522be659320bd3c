import { day, quarterCalendar } from '@pilotage/analytics';
import { describe, expect, it } from '@jest/globals';
import { periodQuarters, type PeriodSettings } from './period.js';

const settings = (months: [string | null, number][], cadenceQuarters = 1): PeriodSettings => ({
  calendar: quarterCalendar(
    months.map(([from, fiscalYearStartMonth]) => ({
      from: from === null ? null : day(from),
      fiscalYearStartMonth,
    })),
  ),
  on: () => ({ cadenceQuarters, pilotLimitDays: 365 }),
});

describe('the quarters of a period', () => {
  it('follow a fiscal year that starts in April', () => {
    const quarters = periodQuarters(settings([[null, 4]]), day('2026-05-20'), 3, day('2026-05-20'));
    expect(
      quarters.map(({ label, from, to, isCurrent, isFinished }) => [label, from, to, isCurrent, isFinished]),
    ).toEqual([
      ['Q3 FY26', '2025-10-01', '2025-12-31', false, true],
      ['Q4 FY26', '2026-01-01', '2026-03-31', false, true],
      ['Q1 FY27', '2026-04-01', '2026-06-30', true, false],
    ]);
  });

  it('end on the last day of the quarter: 31 March belongs to Q4, 1 April to Q1', () => {
    const april = settings([[null, 4]]);
    expect(periodQuarters(april, day('2026-03-31'), 1, day('2026-03-31'))[0]?.label).toBe('Q4 FY26');
    expect(periodQuarters(april, day('2026-04-01'), 1, day('2026-04-01'))[0]?.label).toBe('Q1 FY27');
  });

  it('keep an assessment fresh through its own quarter and the next', () => {
    const [quarter] = periodQuarters(settings([[null, 4]]), day('2026-06-30'), 1, day('2026-06-30'));
    // Q1 FY27 is Apr to Jun 2026; what was assessed from 1 Jan 2026 on still counts.
    expect(quarter?.freshFrom).toBe('2026-01-01');
  });

  it('keep it fresh for as many quarters as the cadence says', () => {
    const [quarter] = periodQuarters(settings([[null, 1]], 2), day('2026-06-30'), 1, day('2026-06-30'));
    expect(quarter?.freshFrom).toBe('2025-10-01');
  });
});
