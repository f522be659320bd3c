import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { greatestCommonDivisor, percentOf, Rational } from './fraction.js';

const integer = fc.integer({ min: -1000, max: 1000 });
const ratio = fc.tuple(
  integer,
  integer.filter((value) => value !== 0),
);
const of = ([numerator, denominator]: [number, number]): Rational => Rational.of(numerator, denominator);

describe('A fraction', () => {
  it('is shown in percent, and has a denominator of 1 or more', () => {
    expect(percentOf({ numerator: 1, denominator: 8 })).toBe(12.5);
    expect(percentOf({ numerator: 1, denominator: 1 })).toBe(100);
    expect(() => percentOf({ numerator: 1, denominator: 0 })).toThrow('No fraction has the denominator 0.');
    expect(() => percentOf({ numerator: 1, denominator: NaN })).toThrow(RangeError);
  });

  it('is reduced by the greatest common divisor', () => {
    expect([
      greatestCommonDivisor(12, 18),
      greatestCommonDivisor(18, 12),
      greatestCommonDivisor(7, 0),
    ]).toEqual([6, 6, 7]);
  });
});

describe('A rational number', () => {
  it('is equal however it is written, and to nothing else', () => {
    fc.assert(
      fc.property(ratio, integer, ([numerator, denominator], factor) => {
        fc.pre(factor !== 0);
        const [one, same] = [
          Rational.of(numerator, denominator),
          Rational.of(numerator * factor, denominator * factor),
        ];
        expect(same).toEqual(one);
        expect(same.equals(one)).toBe(true);
        expect(one.plus(Rational.of(1, 1_000_000)).equals(one)).toBe(false);
      }),
    );
    expect(Rational.of(1, 2).equals(Rational.of(1, 3))).toBe(false);
    expect(Rational.of(0, -7)).toEqual(Rational.zero);
  });

  it('adds, multiplies and divides as cross multiplication does', () => {
    fc.assert(
      fc.property(ratio, ratio, (first, second) => {
        const [[a, b], [c, d]] = [first, second];
        expect(of(first).plus(of(second))).toEqual(Rational.of(a * d + c * b, b * d));
        expect(of(first).minus(of(second))).toEqual(Rational.of(a * d - c * b, b * d));
        expect(of(first).times(of(second))).toEqual(Rational.of(a * c, b * d));
        if (c !== 0) expect(of(first).over(of(second))).toEqual(Rational.of(a * d, b * c));
        expect(of(first).isAtMost(of(second))).toBe(a / b <= c / d);
      }),
    );
    expect(() => Rational.of(1).over(Rational.zero)).toThrow(RangeError);
    expect(() => Rational.of(1, 0)).toThrow('A rational cannot have the denominator zero.');
  });

  it('rounds down, and to the nearest fraction with halves up', () => {
    fc.assert(
      fc.property(ratio, ([numerator, denominator]) => {
        expect(of([numerator, denominator]).floor()).toBe(BigInt(Math.floor(numerator / denominator)));
      }),
    );
    const rounded = (numerator: number, denominator: number): number =>
      Rational.of(numerator, denominator).toFraction(10).numerator;
    expect([rounded(1, 20), rounded(-1, 20), rounded(1, 3), rounded(2, 3), rounded(-7, 10)]).toEqual([
      1, 0, 3, 7, -7,
    ]);
    expect(Rational.of(1, 3).toFraction(300)).toEqual({ numerator: 100, denominator: 300 });
  });

  it('is the nearest number', () => {
    fc.assert(
      fc.property(ratio, ([numerator, denominator]) => {
        expect(of([numerator, denominator]).toNumber()).toBeCloseTo(numerator / denominator, 12);
      }),
    );
    expect(Rational.of(10_000_000_001, 10).toNumber()).toBe(1_000_000_000.1);
  });
});
