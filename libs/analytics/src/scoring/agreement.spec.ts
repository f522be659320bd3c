import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ordinalAgreement } from './agreement.js';

const alphaOf = (units: number[][]): number | string => {
  const agreement = ordinalAgreement(units);
  return agreement.kind === 'agreement' ? agreement.alpha : agreement.reason;
};

/** Krippendorff's definition, pair by pair: 1 − mean distance within units / mean distance over all ratings. */
function slowly(units: number[][]): number {
  const pairable = units.filter(({ length }) => length >= 2);
  const all = pairable.flat();
  const distance = (a: number, b: number): number => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const between = all.filter((value) => low <= value && value <= high).length;
    const ends = all.filter((value) => value === low).length + all.filter((value) => value === high).length;
    return low === high ? 0 : (between - ends / 2) ** 2;
  };
  const apart = (ratings: number[]) =>
    ratings.flatMap((a) => ratings.map((b) => distance(a, b))).reduce((sum, each) => sum + each, 0) /
    (ratings.length - 1);
  const observed = pairable.map(apart).reduce((sum, each) => sum + each, 0);
  return 1 - observed / apart(all);
}

describe('ordinalAgreement', () => {
  it("gives the published alpha of Krippendorff's four observers: 0.815", () => {
    // Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section D; columns are observers A to D.
    const units = [[1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [5, 5, 5], [1, 1], [3]]; // prettier-ignore
    expect(ordinalAgreement(units)).toEqual({
      kind: 'agreement',
      alpha: expect.closeTo(0.8153875037548812, 13),
      units: 11,
      ratings: 40,
    });
  });

  it('is 1 in full agreement and below 0 where raters systematically differ', () => {
    expect(alphaOf([[1, 1], [0, 0], [0.5, 0.5, 0.5]])).toBe(1); // prettier-ignore
    // Ratings 0, 0, 1, 1: every pair within a unit differs by 2 mid-ranks, of all 12 pairs 8 do. 1 − 1 / (2/3) = −0.5.
    expect(alphaOf([[0, 1], [1, 0]])).toBeCloseTo(-0.5, 14); // prettier-ignore
  });

  it('has no answer where nothing was rated twice, or all ratings are the same', () => {
    expect(alphaOf([])).toBe('nothing-rated-twice');
    expect(alphaOf([[1], [2], []])).toBe('nothing-rated-twice');
    expect(alphaOf([[1, 1], [1, 1]])).toBe('no-spread'); // prettier-ignore
    expect(() => alphaOf([[1, NaN]])).toThrow(RangeError);
  });

  const unitsArbitrary = fc.array(fc.array(fc.integer({ min: -2, max: 3 }), { maxLength: 5 }), {
    maxLength: 12,
  });

  it('equals the definition computed pair by pair', () => {
    fc.assert(
      fc.property(unitsArbitrary, (units) => {
        const alpha = alphaOf(units);
        if (typeof alpha === 'number') expect(alpha).toBeCloseTo(slowly(units), 10);
      }),
    );
  });

  it('depends on the order of the values alone, not on that of units and raters', () => {
    fc.assert(
      fc.property(unitsArbitrary, (units) => {
        const alpha = alphaOf(units);
        expect(alphaOf([...units].reverse().map((ratings) => [...ratings].reverse()))).toBe(alpha);
        expect(alphaOf(units.map((ratings) => ratings.map((value) => 10 ** value)))).toBe(alpha);
      }),
    );
  });

  it('counts 200,000 ratings of as many different values without a table of pairs', () => {
    const units = Array.from({ length: 100_000 }, (_, index) => [index, index + 0.5]);
    expect(alphaOf(units)).toBeCloseTo(1, 8);
  });
});
