import { describe, expect, it } from '@jest/globals';
import { dateFormat, day } from '@pilotage/analytics';
import { isBound, oddDate } from './date-repairs.js';

const odd = (text: string, format = 'M/D/YYYY', fiscalYearStartMonth = 10): string | null => {
  const context = { format: dateFormat(format)!, asOfOn: day('2024-12-16'), fiscalYearStartMonth };
  const found = oddDate(text, context);
  const readings = found?.readings.map(({ choice, on, precision }) => `${choice} ${on} ${precision}`);
  return found && [found.code, ...readings!].join(', ');
};

describe('a date that is written oddly', () => {
  it.each([
    // Day 2,024 after 30 Dec 1899.
    ['7/16/1905', 'DATE_SERIAL_YEAR, USE 2024-01-01 YEAR'],
    ['7/15/1905', 'DATE_SERIAL_YEAR, USE 2023-01-01 YEAR'],
    ['7/7/1905', 'DATE_SERIAL_YEAR, USE 2015-01-01 YEAR'],
    ['45292', 'DATE_SERIAL_DAY, USE 2024-01-01 DAY'],
    ['24-Nov', 'DATE_DAY_OR_YEAR, AS_MONTH 2024-11-01 MONTH, AS_DAY 2024-11-24 DAY'],
    ['Aug-22', 'DATE_DAY_OR_YEAR, AS_MONTH 2022-08-01 MONTH, AS_DAY 2024-08-22 DAY'],
    ['31-Feb', 'DATE_DAY_OR_YEAR, AS_MONTH 2031-02-01 MONTH'],
    ['9/11/24', 'DATE_SHORT_YEAR, USE 2024-09-11 DAY'],
    ['9/11/99 0:00', 'DATE_SHORT_YEAR, USE 1999-09-11 DAY'],
    ['31-Dec-24', 'DATE_SHORT_YEAR, USE 2024-12-31 DAY'],
    ['10/12023', 'DATE_SEPARATOR_MISSING, USE 2023-10-01 DAY'],
    // The fiscal year that ends in September 2025.
    ['Q4FY25', 'DATE_FISCAL, USE 2025-07-01 QUARTER'],
    ['FY2025 Q1', 'DATE_FISCAL, USE 2024-10-01 QUARTER'],
    ['FY 25', 'DATE_FISCAL, USE 2024-10-01 YEAR'],
    ['2022-08 (estimated)', 'DATE_WITH_NOTE, USE 2022-08-01 MONTH'],
    ['Aug 2022 (estimated)', 'DATE_WITH_NOTE, USE 2022-08-01 MONTH'],
    ['2022-09-13 Technical kickoff (no new acquisition)', 'DATE_WITH_NOTE, USE 2022-09-13 DAY'],
    ['10/16/2024 (pilot)', 'DATE_WITH_NOTE, USE 2024-10-16 DAY'],
    ['2022-08', 'DATE_OTHER_FORMAT, USE 2022-08-01 MONTH'],
    ['2023', 'DATE_OTHER_FORMAT, USE 2023-01-01 YEAR'],
    // Not 1/1/2023 without a separator.
    ['11/2023', 'DATE_OTHER_FORMAT, USE 2023-11-01 MONTH'],
    ['Dez 2024', 'DATE_OTHER_FORMAT, USE 2024-12-01 MONTH'],
    ['Mai-24', 'DATE_DAY_OR_YEAR, AS_MONTH 2024-05-01 MONTH, AS_DAY 2024-05-24 DAY'],
  ])('%s is %s', (text, expected) => {
    expect(odd(text)).toBe(expected);
  });

  it.each([
    'TBD',
    'Ongoing',
    'N/A -Consolidated into another use case.',
    'Pre-2021',
    // Two dates, or two years: which one is meant nobody can say.
    '2015-2022',
    'Current model: 2019-2023',
    '2024-02-15 (contract kick-off); 2024-08-23 (signed)',
    'Scheduled for FY2025',
    // 1/12 or 11/2.
    '112/2023',
    '3.4.2024',
    '1/1/1900',
  ])('%s is left as it is', (text) => {
    expect(odd(text)).toBeNull();
  });

  it('is read by the format of its column', () => {
    expect(odd('16.7.1905', 'D.M.YYYY')).toBe('DATE_SERIAL_YEAR, USE 2024-01-01 YEAR');
    expect(odd('31.12.24', 'D.M.YYYY')).toBe('DATE_SHORT_YEAR, USE 2024-12-31 DAY');
    expect(odd('24-12-31', 'YYYY-MM-DD')).toBeNull();
    expect(odd('1.122023', 'D.M.YYYY')).toBe('DATE_SEPARATOR_MISSING, USE 2023-12-01 DAY');
  });

  it('is a quarter of the calendar where fiscal years are calendar years', () => {
    expect(odd('Q3 2024', 'D.M.YYYY', 1)).toBe('DATE_OTHER_FORMAT, USE 2024-07-01 QUARTER');
    expect(odd('2024-Q3', 'D.M.YYYY', 1)).toBe('DATE_OTHER_FORMAT, USE 2024-07-01 QUARTER');
    expect(odd('Q3 2024', 'D.M.YYYY', 10)).toBeNull();
  });

  it('is a bound where it says before when', () => {
    expect(['Pre-2021', 'before 3/2019', '< 2020'].map(isBound)).toEqual([true, true, true]);
    expect(['Preview 2021', '2021'].map(isBound)).toEqual([false, false]);
  });
});
