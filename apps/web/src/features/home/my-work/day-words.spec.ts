import { describe, expect, it } from '@jest/globals';
import '../../../shared/i18n.js';
import { dayWords } from './day-words.js';

describe('dayWords', () => {
  it('counts a pilot against its limit, which the last day is still within', () => {
    expect(dayWords('PILOT', 212, 365)).toBe('day 212 of 365');
    expect(dayWords('PILOT', 365, 365)).toBe('day 365 of 365');
    expect(dayWords('PILOT', 402, 365)).toBe('day 402, over the limit of 365');
  });

  it('only counts in other stages', () => {
    expect(dayWords('PRODUCTION', 402, 365)).toBe('day 402');
  });
});
