import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kaplanMeier, type SurvivalCurve } from './kaplan-meier.js';
import { restrictedMean, type RestrictedMean, timeLost } from './restricted-mean.js';
import { type Subject } from './subject.js';

function curveOf(subjects: readonly Subject[], minAtRiskToStart = 1): SurvivalCurve {
  const curve = kaplanMeier(subjects, { minAtRiskToStart });
  if (curve.kind === 'unavailable') throw new Error(curve.reason);
  return curve;
}

function meanOf(curve: SurvivalCurve, horizon: number, options = {}): RestrictedMean {
  const mean = restrictedMean(curve, horizon, options);
  if (mean.kind === 'unavailable') throw new Error(mean.reason);
  return mean;
}

describe('A restricted mean', () => {
  const open = curveOf([
    { exit: 4, cause: 'event' },
    { exit: 10, cause: null },
  ]);

  it('is the area under the curve, and the time lost what it lacks', () => {
    // 4 days all, then half: 4 + 0.5 · 6 = 7 of 10. Variance: A = 3 from day 4 on, 3² · 1 / (2 · 1) = 4.5.
    const mean = meanOf(open, 10);
    expect(mean).toMatchObject({ from: 0, horizon: 10, mean: 7, standardError: expect.closeTo(4.5 ** 0.5) });
    expect(timeLost(mean)).toEqual({ from: 0, horizon: 10, mean: 3, standardError: mean.standardError });
  });

  it('has no interval where nothing happened yet', () => {
    expect(meanOf(open, 3)).toMatchObject({
      mean: 3,
      standardError: 0,
      interval: { kind: 'unavailable', reason: 'no-spread' },
    });
  });

  it('is not given where nobody was observed, unless the last value is held', () => {
    const refused = (reason: string) => ({ kind: 'unavailable', reason });
    expect(restrictedMean(open, 11)).toEqual(refused('beyond-last-observation'));
    expect(restrictedMean(open, 0)).toEqual(refused('before-start'));
    for (const horizon of [NaN, Infinity, -Infinity])
      expect(restrictedMean(open, horizon)).toEqual(refused('horizon-not-finite'));
    // 4 + 0.5 · 10.
    expect(meanOf(open, 14, { beyondLastObservation: 'hold' }).mean).toBe(9);
    const closed = curveOf([{ exit: 4, cause: 'event' }]);
    expect(meanOf(closed, 100).mean).toBe(4);
    expect(restrictedMean(closed, Infinity)).toEqual(refused('horizon-not-finite'));
  });

  it('says where the curve begins', () => {
    const late = curveOf([
      { entry: 100, exit: 150, cause: 'event' },
      { entry: 100, exit: 300, cause: null },
    ]);
    // From day 100: 50 days all, then half of 150.
    expect(meanOf(late, 300)).toMatchObject({ from: 100, mean: 125 });
  });

  it('has the variance of its formula, computed the slow way', () => {
    const subjects = fc.array(
      fc.record({ exit: fc.integer({ min: 1, max: 30 }), cause: fc.constantFrom('event', null) }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(subjects, fc.integer({ min: 1, max: 30 }), (all, horizon) => {
        const { mean, standardError } = meanOf(curveOf(all), horizon, { beyondLastObservation: 'hold' });
        const atRisk = (t: number) => all.filter(({ exit }) => exit >= t).length;
        const events = (t: number) => all.filter(({ exit, cause }) => exit === t && cause).length;
        const days = Array.from({ length: horizon }, (_, start) => start);
        const survival = (t: number) =>
          days
            .filter((u) => u < t)
            .reduce((s, u) => s * (atRisk(u + 1) ? 1 - events(u + 1) / atRisk(u + 1) : 1), 1);
        const area = (from: number) => days.filter((t) => t >= from).reduce((sum, t) => sum + survival(t), 0);
        const variance = days.reduce((sum, start) => {
          const [t, n, d] = [start + 1, atRisk(start + 1), events(start + 1)];
          return n === d ? sum : sum + (area(t) ** 2 * d) / (n * (n - d));
        }, 0);
        expect(mean).toBeCloseTo(area(0), 9);
        expect(standardError ** 2).toBeCloseTo(variance, 9);
      }),
    );
  });
});
