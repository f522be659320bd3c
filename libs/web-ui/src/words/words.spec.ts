import { describe, expect, it } from '@jest/globals';
import { formatDay } from './days.js';
import { i18n } from './i18n.js';
import {
  formatChange,
  formatNumber,
  formatScoreChange,
  formatShare,
  formatShareRange,
  roundTo,
  roundToSum,
} from './numbers.js';

describe('numbers', () => {
  it('groups, rounds half away from zero and writes a true minus', () => {
    expect(formatNumber(2133)).toBe('2,133');
    expect(formatNumber(-2.45, 1)).toBe('−2.5');
    expect(roundTo(1.005, 2)).toBe(1.01);
  });

  it('signs a change, but never a zero', () => {
    expect(formatChange(2.5, 1)).toBe('+2.5');
    expect(formatChange(-0.04, 1)).toBe('0.0');
    expect(formatChange(0)).toBe('0');
  });

  it('calls a change of a score by one answer step about the same, wherever on the scale', () => {
    // In floating point 160 / 3 - 50 is 3.3333333333333357, more than 10 / 3.
    const scores = Array.from({ length: 31 }, (_, step) => (100 * step) / 30);
    for (const [step, score] of scores.slice(1).entries()) {
      expect(formatScoreChange(scores[step]!, score)).toBe('about the same');
      expect(formatScoreChange(score, scores[step]!)).toBe('about the same');
    }
    expect(formatScoreChange(50, 160 / 3 + 0.01)).toBe('+3');
    expect(formatScoreChange(60, 50)).toBe('−10');
  });

  it('writes shares in whole per cent', () => {
    expect(formatShare(0.502)).toBe('50\u00a0%');
    expect(formatShareRange(0.18, 0.76)).toBe('18 to 76\u00a0%');
  });

  it('rounds parts so that they add up to the rounded total', () => {
    // 2.25 + 2.25 = 4.5: each alone would print 2.3
    expect(roundToSum([2.25, 2.25], 4.5, 1).toSorted()).toEqual([2.2, 2.3]);
    expect(roundToSum([1 / 3, 1 / 3, 1 / 3], 1, 1).reduce((sum, part) => sum + part)).toBeCloseTo(1, 10);
    expect(roundToSum([-0.04, 0.04], 0, 1)).toEqual([0, 0]);
  });
});

describe('days', () => {
  it('are shown as exactly as they are known', () => {
    expect(formatDay({ on: '2024-03-12', precision: 'DAY' })).toBe('12 Mar 2024');
    expect(formatDay({ on: '2024-03-01', precision: 'MONTH' })).toBe('Mar 2024');
    expect(formatDay({ on: '2024-09-30', precision: 'DAY' })).toBe('30 Sep 2024');
    expect(formatDay({ on: '2024-03-01', precision: 'QUARTER' })).toBe('Q1 2024');
    expect(formatDay({ on: '2024-03-01', precision: 'YEAR' })).toBe('2024');
  });
});

describe('texts', () => {
  it('are English with their values where no catalogue is active', () => {
    expect(i18n.t('{n} of {of}', { n: 5, of: 14 })).toBe('5 of 14');
    expect(i18n.t('{missing}')).toBe('{missing}');
  });
});
