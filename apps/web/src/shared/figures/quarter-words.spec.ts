import { describe, expect, it } from '@jest/globals';
import { monthsOf, quarterSoFar } from './quarter-words.js';

describe('the months of a quarter', () => {
  it('carry the year once', () => {
    expect(monthsOf({ from: '2026-07-01', to: '2026-09-30' })).toBe('Jul to Sep 2026');
  });

  it('carry both years over a New Year', () => {
    expect(monthsOf({ from: '2026-11-01', to: '2027-01-31' })).toBe('Nov 2026 to Jan 2027');
  });

  it('are days where the quarter was cut', () => {
    expect(monthsOf({ from: '2026-07-01', to: '2026-08-14' })).toBe('1 Jul to 14 Aug 2026');
  });
});

describe('a quarter', () => {
  const quarter = { label: 'Q3 FY26', fiscalYear: 2026, quarter: 3, from: '2026-01-01', to: '2026-03-31' };

  it('says that it still runs', () => {
    expect(quarterSoFar({ ...quarter, isCurrent: true, isFinished: false })).toBe('Q3 FY26, so far');
    expect(quarterSoFar({ ...quarter, isCurrent: false, isFinished: true })).toBe('Q3 FY26');
  });
});
