import { describe, expect, it } from '@jest/globals';
import { firstDay, partsOf, withPrecision } from './dated-day.js';

describe('a day told with its precision', () => {
  const day = { on: '2024-08-17', precision: 'DAY' } as const;

  it.each([
    ['MONTH', '2024-08-01'],
    ['QUARTER', '2024-07-01'],
    ['YEAR', '2024-01-01'],
    ['DAY', '2024-08-17'],
  ] as const)('becomes the first of its %s', (precision, on) => {
    expect(withPrecision(day, precision)).toEqual({ on, precision });
  });

  it('stays empty until there is a year', () => {
    expect(firstDay('MONTH', partsOf(''))).toBe('');
    expect(firstDay('YEAR', { year: 20, month: 1 })).toBe('');
    expect(withPrecision({ on: '', precision: 'DAY' }, 'YEAR')).toEqual({ on: '', precision: 'YEAR' });
  });
});
