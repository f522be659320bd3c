import { describe, expect, it } from '@jest/globals';
import { dateFormat, readDate } from './date-format.js';

describe('a named date format', () => {
  it.each([
    ['M/D/YYYY', '3/4/2024', '2024-03-04', 'DAY'],
    ['D/M/YYYY', '3/4/2024', '2024-04-03', 'DAY'],
    ['D.M.YYYY', ' 31.12.2023 ', '2023-12-31', 'DAY'],
    ['YYYY-MM-DD', '2024-02-29', '2024-02-29', 'DAY'],
    ['D MMM YYYY', '7 Sep 2024', '2024-09-07', 'DAY'],
    ['MMMM YYYY', 'march 2024', '2024-03-01', 'MONTH'],
    ['MM/YYYY', '05/2024', '2024-05-01', 'MONTH'],
    ['Q YYYY', 'Q3 2024', '2024-07-01', 'QUARTER'],
    ['YYYY', '2019', '2019-01-01', 'YEAR'],
  ])('%s reads %s', (name, text, on, precision) => {
    expect(readDate(text, dateFormat(name)!)).toEqual({ kind: 'date', on, precision });
  });

  it.each([
    ['M/D/YYYY', '13/4/2024'],
    ['M/D/YYYY', '2/29/2023'],
    ['M/D/YYYY', '10/12023'],
    ['M/D/YYYY', '24-Nov'],
    ['M/D/YYYY', 'Pre-2021'],
    ['M/D/YYYY', '2022-08 (estimated)'],
    ['D MMM YYYY', '7 Foo 2024'],
    ['YYYY', '0999'],
  ])('%s does not read %s', (name, text) => {
    expect(readDate(text, dateFormat(name)!)).toEqual({ kind: 'unreadable' });
  });

  it.each(['', 'YY', 'D/M', 'YYYY-DD', 'YYYY [x]', 'YYYY-MM-DD HH:mm', 'YYYY YYYY'])('%s is none', (name) => {
    expect(dateFormat(name)).toBeNull();
  });
});
