import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { betaQuantile, regularizedBeta } from './beta.js';
import { chiSquareTail, logGamma } from './gamma.js';
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

describe('Intervals for a share', () => {
  it('do not exist without a trial', () => {
    expect(wilsonInterval(0, 0)).toEqual({ kind: 'unavailable', reason: 'no-trial' });
    expect(clopperPearsonInterval(0, 0)).toEqual({ kind: 'unavailable', reason: 'no-trial' });
  });

  it('hold the share, lie within 0 to 1, and shrink as both counts grow tenfold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (trials, pick) => {
        const successes = pick % (trials + 1);
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
});

describe('Distributions', () => {
  // Tables: Abramowitz & Stegun 26.1, 26.2, 26.7, 26.8.
  it('give the tabulated normal values', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.995)).toBeCloseTo(2.5758293035489004, 13);
    expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 14);
    expect(normalCdf(-6) / 9.865876450376946e-10).toBeCloseTo(1, 9);
    expect(normalTwoSidedP(0)).toBe(1);
    expect(() => normalQuantile(1)).toThrow(RangeError);
  });

  it('give the tabulated t and chi-square values', () => {
    expect(studentTCritical(0.95, 1)).toBeCloseTo(12.7062, 4);
    expect(studentTCritical(0.95, 9)).toBeCloseTo(2.262157, 6);
    expect(studentTCritical(0.99, 30)).toBeCloseTo(2.749996, 6);
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(5.991464547107979, 2)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(0, 3)).toBe(1);
  });

  it('give factorials and their own inverses', () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 80 }),
        (p, a, b) => {
          expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
          expect(regularizedBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 10);
          expect(regularizedBeta(p, a, b) + regularizedBeta(1 - p, b, a)).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});
