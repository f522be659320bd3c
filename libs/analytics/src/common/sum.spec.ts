import { describe, expect, it } from '@jest/globals';
import { robustVariation } from '../comparison/consistency.js';
import { variation, variationRatio } from '../comparison/variation.js';
import { realisedOfPlanned, returnOnInvestment } from '../finance/returns.js';
import { isAboveRounding } from './sum.js';

/** 2.8e-17 in binary digits; 0 on paper. */
const cancelling = [0.1, 0.2, -0.3];

describe('What rounding leaves of 0', () => {
  it('is told from a small figure', () => {
    expect(isAboveRounding(0.1 + 0.2 - 0.3, cancelling)).toBe(false);
    expect(isAboveRounding(1e-9, [1e-9])).toBe(true);
    expect(isAboveRounding(0, [])).toBe(false);
  });

  it('is no cost, no plan and no mean to divide by', () => {
    expect(returnOnInvestment(cancelling.map((cost) => ({ benefit: 1, cost })))).toEqual({
      kind: 'unavailable',
      reason: 'no-cost',
    });
    expect(realisedOfPlanned(cancelling.map((planned) => ({ realised: 1, planned })))).toEqual({
      kind: 'unavailable',
      reason: 'nothing-planned',
    });
    expect(variation(cancelling)).toEqual({ kind: 'unavailable', reason: 'mean-not-positive' });
    expect(robustVariation([-1, 5e-324, 1])).toEqual({
      kind: 'unavailable',
      reason: 'median-not-positive',
    });
  });

  it('is near where coefficients are so large that their ratio has no end', () => {
    expect(variationRatio([-1, 1.000001], [-1, 1.000001])).toEqual({
      kind: 'unavailable',
      reason: 'too-uneven',
    });
  });
});
