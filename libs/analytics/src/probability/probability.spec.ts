import { describe, expect, it } from '@jest/globals';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { chiSquareTail } from './gamma.js';
import { normalCdf, normalQuantile, normalTwoSidedP } from './normal.js';
import { clopperPearsonInterval, wilsonInterval } from './proportion.js';
import { studentTCritical } from './student-t.js';

interface ProportionData {
  cases: {
    k: number;
    n: number;
    method: 'wilson' | 'wilson_cc' | 'clopper_pearson';
    conf: number;
    ci: [number, number];
  }[];
}

for (const { from, data } of sourcesOf<ProportionData>('proportion_ci')) {
  describe(`Intervals for a share on ${from}`, () => {
    it.each(data.cases)(
      '$method, $k of $n at $conf',
      ({ k, n, method, conf: confidence, ci: [low, high] }) => {
        const interval =
          method === 'clopper_pearson'
            ? clopperPearsonInterval(k, n, confidence)
            : wilsonInterval(k, n, { confidence, continuity: method === 'wilson_cc' });
        expect(interval).toMatchObject({ low: expect.closeTo(low, 7), high: expect.closeTo(high, 7) });
      },
    );
  });
}

/** P(X ≥ k) of n trials at a share, term by term: slow, obvious. */
function binomialUpperTail(k: number, n: number, share: number): number {
  let sum = 0;
  for (let count = k; count <= n; count += 1) {
    let term = share ** count * (1 - share) ** (n - count);
    for (let factor = 1; factor <= count; factor += 1) term *= (n - count + factor) / factor;
    sum += term;
  }
  return sum;
}

describe('Intervals for a share', () => {
  const share = fc
    .record({ trials: fc.integer({ min: 1, max: 60 }), pick: fc.nat(60) })
    .map(({ trials, pick }) => ({ trials, successes: pick % (trials + 1) }));

  it('do not exist without a trial', () => {
    expect(wilsonInterval(0, 0)).toEqual({ kind: 'unavailable', reason: 'no-trial' });
    expect(clopperPearsonInterval(0, 0)).toEqual({ kind: 'unavailable', reason: 'no-trial' });
  });

  it.each([
    [5, 3],
    [-1, 3],
    [1.5, 4],
    [0, -1],
    [NaN, 3],
    [1, Infinity],
  ])('do not exist for %d of %d', (successes, trials) => {
    for (const method of [wilsonInterval, clopperPearsonInterval])
      expect(method(successes, trials)).toEqual({ kind: 'unavailable', reason: 'not-counts' });
  });

  it.each([0, 1, 95, NaN])('refuse a confidence of %d', (confidence) => {
    expect(() => wilsonInterval(1, 3, { confidence })).toThrow(RangeError);
    expect(() => clopperPearsonInterval(1, 3, confidence)).toThrow(RangeError);
    expect(() => studentTCritical(confidence, 3)).toThrow(RangeError);
  });

  it('hold the share, lie within 0 to 1, and shrink as both counts grow tenfold', () => {
    fc.assert(
      fc.property(share, ({ trials, successes }) => {
        for (const method of [wilsonInterval, clopperPearsonInterval]) {
          const [few, many] = [method(successes, trials), method(successes * 10, trials * 10)];
          if (few.kind === 'unavailable' || many.kind === 'unavailable') throw new Error('no trial');
          expect(few.low).toBeGreaterThanOrEqual(0);
          expect(few.high).toBeLessThanOrEqual(1);
          expect(few.low).toBeLessThanOrEqual(successes / trials + 1e-12);
          expect(few.high).toBeGreaterThanOrEqual(successes / trials - 1e-12);
          expect(many.high - many.low).toBeLessThan(few.high - few.low);
        }
      }),
    );
  });

  it('end, in the exact form, where a tail of the binomial distribution is 2.5 %', () => {
    fc.assert(
      fc.property(share, ({ trials, successes }) => {
        const interval = clopperPearsonInterval(successes, trials);
        if (interval.kind === 'unavailable') throw new Error(interval.reason);
        if (successes > 0) expect(binomialUpperTail(successes, trials, interval.low)).toBeCloseTo(0.025, 11);
        if (successes < trials)
          expect(binomialUpperTail(successes + 1, trials, interval.high)).toBeCloseTo(0.975, 11);
      }),
    );
  });

  it("end, in Wilson's form, where the share is 1.96 standard errors of the bound away", () => {
    fc.assert(
      fc.property(share, ({ trials, successes }) => {
        const interval = wilsonInterval(successes, trials);
        if (interval.kind === 'unavailable') throw new Error(interval.reason);
        for (const bound of [interval.low, interval.high].filter((each) => each > 0 && each < 1)) {
          const error = Math.sqrt((bound * (1 - bound)) / trials);
          expect(Math.abs(successes / trials - bound) / error).toBeCloseTo(1.959963984540054, 9);
        }
      }),
    );
  });
});

interface SpecialFunctions {
  normal_cdf: { z: number; p: string }[];
  normal_quantile: { p: number; z: string }[];
  chi_square_tail: { x: number; degrees: number; p: string }[];
  beta_quantile: { p: number; a: number; b: number; x: string }[];
  student_t: { confidence: number; degrees: number; t: string }[];
}

for (const { from, data } of sourcesOf<SpecialFunctions>('special_functions_computed_here')) {
  describe(`Distributions on ${from}`, () => {
    const error = (value: number, reference: string) => Math.abs(value / Number(reference) - 1);
    const largest = (errors: readonly number[]) => errors.reduce((most, own) => Math.max(most, own), 0);

    // The bounds are those of the table in the README.
    it('keep the relative errors that are stated', () => {
      const cdf = data.normal_cdf.map(({ z, p }) => ({ z, error: error(normalCdf(z), p) }));
      expect(largest(cdf.filter(({ z }) => z >= -6).map((row) => row.error))).toBeLessThan(5e-15);
      expect(largest(cdf.map((row) => row.error))).toBeLessThan(2e-13);
      const quantile = data.normal_quantile.map(({ p, z }) => ({ p, error: error(normalQuantile(p), z) }));
      expect(largest(quantile.filter(({ p }) => p >= 1e-100).map((row) => row.error))).toBeLessThan(5e-16);
      expect(largest(quantile.map((row) => row.error))).toBeLessThan(1e-13);
      expect(
        largest(data.chi_square_tail.map(({ x, degrees, p }) => error(chiSquareTail(x, degrees), p))),
      ).toBeLessThan(1e-14);
      expect(largest(data.beta_quantile.map(({ p, a, b, x }) => error(betaincinv(p, a, b), x)))).toBeLessThan(
        5e-15,
      );
      expect(
        largest(
          data.student_t.map(({ confidence, degrees, t }) => error(studentTCritical(confidence, degrees), t)),
        ),
      ).toBeLessThan(1e-13);
    });
  });
}

describe('Distributions', () => {
  it('give the tabulated values of Abramowitz & Stegun 26', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 15);
    expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 15);
    expect(studentTCritical(0.95, 1)).toBeCloseTo(12.7062, 4);
    expect(studentTCritical(0.95, 9)).toBeCloseTo(2.262157, 6);
    expect(chiSquareTail(5.991464547107979, 2)).toBeCloseTo(0.05, 14);
    expect(chiSquareTail(18.307038053275146, 10)).toBeCloseTo(0.05, 14);
  });

  it('have ends', () => {
    expect([-Infinity, 0, Infinity].map(normalCdf)).toEqual([0, 0.5, 1]);
    expect([-Infinity, 0, Infinity].map(normalTwoSidedP)).toEqual([0, 1, 0]);
    expect([-1, 0, Infinity].map((x) => chiSquareTail(x, 3))).toEqual([1, 1, 0]);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(1e-320)).toBeCloseTo(-38.27, 2);
    for (const p of [0, 1, -0.1, NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
    for (const degrees of [0, 1001, NaN]) expect(() => chiSquareTail(1, degrees)).toThrow(RangeError);
  });

  it('are symmetric, and inverse to each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.999999, noNaN: true }), (p) => {
        const z = normalQuantile(p);
        expect(normalCdf(z)).toBeCloseTo(p, 14);
        expect(normalCdf(-z) + normalCdf(z)).toBeCloseTo(1, 15);
        expect(normalTwoSidedP(z)).toBeCloseTo(2 * Math.min(normalCdf(z), normalCdf(-z)), 14);
        expect(normalTwoSidedP(z)).toBeCloseTo(chiSquareTail(z * z, 1), 14);
      }),
    );
  });
});
