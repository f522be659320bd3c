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
    ['MMM YYYY', 'Mär 2023', '2023-03-01', 'MONTH'],
    ['MMM YYYY', 'Sept. 2023', '2023-09-01', 'MONTH'],
    ['MMM YYYY', 'févr. 2024', '2024-02-01', 'MONTH'],
    ['MMM-YYYY', 'mrt-2024', '2024-03-01', 'MONTH'],
    ['D. MMMM YYYY', '3. März 2024', '2024-03-03', 'DAY'],
    ['D MMMM YYYY', '1 août 2024', '2024-08-01', 'DAY'],
    ['D MMMM YYYY', '12 novembre 2023', '2023-11-12', 'DAY'],
    ['MMMM YYYY', 'septiembre 2023', '2023-09-01', 'MONTH'],
    ['MMMM YYYY', 'dezembro 2023', '2023-12-01', 'MONTH'],
    ['MMMM YYYY', 'augustus 2023', '2023-08-01', 'MONTH'],
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
    // June or July.
    ['MMM YYYY', 'jui 2024'],
    ['YYYY-MM', '2024-05 00:00:00'],
    ['YYYY-MM-DD', '2024-05-01 noon'],
  ])('%s does not read %s', (name, text) => {
    expect(readDate(text, dateFormat(name)!)).toEqual({ kind: 'unreadable' });
  });

  it.each(['2024-10-01 00:00:00', '2024-10-01T09:30Z', '2024-10-01T23:30:00.000+02:00'])(
    'of a day reads %s without its time',
    (text) => {
      expect(readDate(text, dateFormat('YYYY-MM-DD')!)).toMatchObject({ on: '2024-10-01', precision: 'DAY' });
      const american = `10/1/2024${text.length > 19 ? ' 12:00:00 AM' : ' 0:00'}`;
      expect(readDate(american, dateFormat('M/D/YYYY')!)).toMatchObject({ on: '2024-10-01' });
    },
  );

  it.each(['', 'YY', 'D/M', 'YYYY-DD', 'YYYY [x]', 'YYYY-MM-DD HH:mm', 'YYYY YYYY'])('%s is none', (name) => {
    expect(dateFormat(name)).toBeNull();
  });
});
