import { describe, expect, it } from '@jest/globals';
import { median, medianOfSorted } from './median.js';

describe('The median', () => {
  it('is the middle value, or the mean of the two, whatever the order', () => {
    expect([median([3]), median([9, 1, 5]), median([4, 10, 1, 2])]).toEqual([3, 5, 3]);
    expect(medianOfSorted(new Float64Array([1, 2, 4]))).toBe(2);
  });

  it('is never −0', () => {
    expect(Object.is(median([-0]), 0)).toBe(true);
  });
});
