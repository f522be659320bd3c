import { describe, expect, it } from '@jest/globals';
import { dateFormat } from '@pilotage/analytics';
import { fitFormat, fitFormats, seemsMonthly } from './date-formats.js';

const of = (...values: string[]) => values.map((value) => ({ value, count: 2 }));

describe('the formats of a column', () => {
  it('come with how many rows each reads, best first', () => {
    const fits = fitFormats(of('3/4/2024', '13/4/2024', '2024', '', 'N/A', 'soon'), null);
    expect(fits.slice(0, 3)).toEqual([
      {
        format: 'D/M/YYYY',
        precision: 'DAY',
        read: 4,
        unread: 4,
        firstsOfMonth: 0,
        unreadExamples: ['2024', 'soon'],
      },
      expect.objectContaining({ format: 'M/D/YYYY', read: 2, unreadExamples: ['13/4/2024', '2024', 'soon'] }),
      expect.objectContaining({ format: 'YYYY', precision: 'YEAR', read: 2 }),
    ]);
    expect(fits).toHaveLength(3);
  });

  it('include the named one though it reads nothing, unless it is none', () => {
    expect(fitFormats(of('soon'), 'MMM, YYYY')).toMatchObject([{ format: 'MMM, YYYY', read: 0, unread: 2 }]);
    expect(fitFormats(of('soon'), 'D.M.YY')).toEqual([]);
  });
});

describe('a column of days', () => {
  const column = (firsts: number, others: number) =>
    fitFormat(
      [
        { value: '1.5.2024', count: firsts },
        { value: '2.5.2024', count: others },
      ],
      dateFormat('D.M.YYYY')!,
    );

  it('seems to know months only when four of ten are a first of month', () => {
    expect(column(4, 6)).toMatchObject({ read: 10, firstsOfMonth: 4 });
    expect(seemsMonthly(column(4, 6))).toBe(true);
    expect(seemsMonthly(column(39, 61))).toBe(false);
    expect(seemsMonthly(column(4, 5))).toBe(false);
  });

  it('has no firsts of month where its format names no day', () => {
    expect(fitFormat(of('May 2024'), dateFormat('MMM YYYY')!).firstsOfMonth).toBe(0);
  });
});
