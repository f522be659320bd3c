import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from '../common/fraction.js';
import { roundToTenths } from './rounding.js';

const hundredths = (value: number): Rational => Rational.of(value, 100);
const rounded = (before: number, after: number, ...parts: number[]) =>
  roundToTenths(hundredths(before), hundredths(after), parts.map(hundredths));

describe('A bridge in tenths', () => {
  it('has both ends rounded to the nearest, halves up', () => {
    expect(rounded(114, 115, 1)).toEqual({ before: 11, after: 12, parts: [1] });
    expect(rounded(-15, -14, 1)).toMatchObject({ before: -1, after: -1 });
  });

  it('gives the tenths that are missing to the parts with the largest remainders', () => {
    expect(rounded(0, 40, 11, 17, 12).parts).toEqual([1, 2, 1]);
    expect(rounded(0, 50, 14, 17, 19).parts).toEqual([1, 2, 2]);
    expect(rounded(0, -40, -11, -17, -12).parts).toEqual([-1, -2, -1]);
  });

  it('gives it to the first of parts with equal remainders', () => {
    expect(rounded(0, 10, 3, 3, 4).parts).toEqual([0, 0, 1]);
    expect(rounded(0, 20, 5, 5, 5, 5).parts).toEqual([1, 1, 0, 0]);
  });

  it('gives nothing where rounding down misses nothing', () => {
    expect(rounded(4, 4, 10, -10).parts).toEqual([1, -1]);
    expect(rounded(5, 4, 20, -21).parts).toEqual([2, -3]);
    expect(rounded(5, 14, 10, 10, -11).parts).toEqual([1, 1, -2]);
  });

  it('leaves what is exactly 0 at 0', () => {
    expect(rounded(0, 10, 0, 6, 0, 4).parts).toEqual([0, 1, 0, 0]);
    expect(rounded(7, 7, 0, 0)).toEqual({ before: 1, after: 1, parts: [0, 0] });
  });

  it('adds up, with each part no further than a tenth from what it is', () => {
    const part = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(part, fc.array(part, { maxLength: 6 }), (start, changes) => {
        const end = changes.reduce((sum, change) => sum + change, start);
        const { before, after, parts } = rounded(start, end, ...changes);
        expect(before + parts.reduce((sum, tenths) => sum + tenths, 0)).toBe(after);
        for (const [index, change] of changes.entries())
          expect(Math.abs((parts[index] ?? NaN) - change / 10)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
