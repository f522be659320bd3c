import { describe, expect, it } from '@jest/globals';
import { sourcesOf } from '../../fixtures/dataset.js';
import { kaplanMeier } from '../survival/kaplan-meier.js';
import { restrictedMean } from '../survival/restricted-mean.js';
import { difference, ratioOfMeans } from './means.js';
import { deploymentsNeeded, detectableRatio, eventsNeeded } from './sample-size.js';
import { variation, variationRatio, variationWording, varianceParts } from './variation.js';

interface GoldenComparison {
  comparison: {
    consistency: {
      with_framework: number[];
      without: number[];
      cv_with: number;
      cv_without: number;
      ratio: number;
      lnCVR_bias_corrected: number;
      var_lnCVR: number;
      ci95_ratio: [number, number];
    };
    rmst_difference: {
      tau: number;
      rmst_fast: number;
      rmst_slow: number;
      difference: number;
      se: number;
      ci95: [number, number];
      z: number;
      p: number;
    };
    events_needed: { ratio_0_75: number; ratio_0_5: number; ratio_0_333: number };
    cv_n_per_group: { minus15: number; minus30: number; minus50: number };
  };
}

for (const { from, data } of sourcesOf<GoldenComparison>('golden_scoring_payback_computed_here')) {
  const { consistency, rmst_difference, events_needed, cv_n_per_group } = data.comparison;
  describe(`Comparisons on ${from}`, () => {
    it('compares coefficients of variation', () => {
      const [low, high] = consistency.ci95_ratio;
      expect(variationRatio(consistency.with_framework, consistency.without)).toMatchObject({
        a: { coefficient: expect.closeTo(consistency.cv_with, 12) },
        b: { coefficient: expect.closeTo(consistency.cv_without, 12) },
        ratio: expect.closeTo(consistency.ratio, 12),
        logRatio: expect.closeTo(consistency.lnCVR_bias_corrected, 12),
        variance: expect.closeTo(consistency.var_lnCVR, 12),
        interval: { low: expect.closeTo(low, 8), high: expect.closeTo(high, 8) },
      });
    });

    it('gives the events and deployments that a claim needs', () => {
      expect([0.75, 0.5, 0.333].map((ratio) => eventsNeeded(ratio))).toEqual([
        events_needed.ratio_0_75,
        events_needed.ratio_0_5,
        events_needed.ratio_0_333,
      ]);
      expect([0.85, 0.7, 0.5].map((ratio) => deploymentsNeeded(ratio))).toEqual([
        cv_n_per_group.minus15,
        cv_n_per_group.minus30,
        cv_n_per_group.minus50,
      ]);
      expect(
        [20, 30, 50, 100, 400].map((events) => Number(Number(detectableRatio(events)).toFixed(2))),
      ).toEqual([0.29, 0.36, 0.45, 0.57, 0.76]);
    });
  });

  for (const leukemia of sourcesOf<{ data: [number, 0 | 1, string][] }>('km_leukemia_6mp_freireich')) {
    it(`gives the difference of restricted means of ${leukemia.from}`, () => {
      const [fast, slow] = ['placebo', '6-MP'].map((group) => {
        const curve = kaplanMeier(
          leukemia.data.data
            .filter(([, , own]) => own === group)
            .map(([exit, event]) => ({ entry: 0, exit, cause: event ? 'event' : null })),
        );
        const area = curve.kind === 'survival-curve' ? restrictedMean(curve, rmst_difference.tau) : curve;
        if (area.kind === 'unavailable') throw new Error(area.reason);
        return area;
      });
      expect([fast!.mean, slow!.mean]).toEqual([
        expect.closeTo(rmst_difference.rmst_fast, 10),
        expect.closeTo(rmst_difference.rmst_slow, 10),
      ]);
      expect(difference(fast!, slow!)).toMatchObject({
        difference: expect.closeTo(rmst_difference.difference, 10),
        standardError: expect.closeTo(rmst_difference.se, 10),
        interval: {
          low: expect.closeTo(rmst_difference.ci95[0], 8),
          high: expect.closeTo(rmst_difference.ci95[1], 8),
        },
        z: expect.closeTo(rmst_difference.z, 9),
        p: expect.closeTo(rmst_difference.p, 12),
      });
    });
  }
}

describe('Comparisons that cannot be had', () => {
  it('say why', () => {
    const area = { from: 0, mean: 1, standardError: 0, horizon: 10 };
    expect(difference(area, { ...area, horizon: 20 })).toEqual({
      kind: 'unavailable',
      reason: 'different-horizons',
    });
    expect(difference(area, area)).toEqual({ kind: 'unavailable', reason: 'no-spread' });
    expect(ratioOfMeans({ ...area, mean: 0 }, area)).toEqual({
      kind: 'unavailable',
      reason: 'mean-not-positive',
    });
    // One population seen from day 0 on and from day 100 on: its curves are no groups to compare.
    expect(difference(area, { ...area, from: 100 })).toEqual({
      kind: 'unavailable',
      reason: 'different-starts',
    });
    expect(variation([1])).toEqual({ kind: 'unavailable', reason: 'fewer-than-two-values' });
    expect(variation([-1, 0])).toEqual({ kind: 'unavailable', reason: 'mean-not-positive' });
    expect(variationRatio([1, 1], [1, 2])).toEqual({ kind: 'unavailable', reason: 'no-spread' });
    expect(varianceParts([[1], [2]])).toEqual({ kind: 'unavailable', reason: 'too-few-values' });
  });
});

describe('Variation', () => {
  it('splits into within and between deployments', () => {
    // Means 2 and 6; within: (2 + 2) / (4 - 2) = 2. Between groups 2·4 + 2·4 = 16 over 1; size 2: (16 - 2) / 2 = 7.
    expect(
      varianceParts([
        [1, 3],
        [5, 7],
      ]),
    ).toEqual({ kind: 'parts', within: 2, between: 7 });
    expect(
      varianceParts([
        [1, 7],
        [1, 7],
      ]),
    ).toMatchObject({ between: 0 });
  });

  it('is compared only with enough deployments', () => {
    expect([4, 5, 10, 30].map((count) => variationWording(count, 50))).toEqual([
      'values-only',
      'no-comparison',
      'indicative',
      'comparison',
    ]);
  });
});
