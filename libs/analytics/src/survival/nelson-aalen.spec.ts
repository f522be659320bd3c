import { describe, expect, it } from '@jest/globals';
import { kaplanMeier } from './kaplan-meier.js';
import { type HazardCurve, type HazardOptions, nelsonAalen } from './nelson-aalen.js';
import { type Subject } from './subject.js';

const hazardOf = (subjects: readonly Subject[], options?: HazardOptions): HazardCurve => {
  const curve = nelsonAalen(subjects, options);
  if (curve.kind === 'unavailable') throw new Error(curve.reason);
  return curve;
};

/** Weeks in remission with 6-MP; Freireich et al. 1963, Blood 21:699. */
const remission: readonly Subject[] = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((exit) => ({ exit, cause: 'event' as const })),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((exit) => ({ exit, cause: null })),
];

describe('The cumulated hazard', () => {
  it('is that of Klein & Moeschberger 2003, table 4.2, with its variance', () => {
    const steps = hazardOf(remission).steps.filter(({ events }) => events > 0);
    expect(
      steps.map(({ time, hazard, standardError }) => [
        time,
        hazard.toFixed(3),
        (standardError ** 2).toFixed(4),
      ]),
    ).toEqual([
      [6, '0.143', '0.0068'],
      [7, '0.202', '0.0103'],
      [10, '0.268', '0.0147'],
      [13, '0.352', '0.0217'],
      [16, '0.443', '0.0299'],
      [22, '0.585', '0.0503'],
      [23, '0.752', '0.0781'],
    ]);
    expect(steps[0]).toMatchObject({ atRisk: 21, events: 3 });
  });

  it('can take events of one time as if they had followed each other', () => {
    const [first] = hazardOf(remission, { ties: 'one-by-one' }).steps;
    expect(first?.hazard).toBeCloseTo(1 / 21 + 1 / 20 + 1 / 19, 14);
    expect(first?.standardError).toBeCloseTo(Math.sqrt(1 / 21 ** 2 + 1 / 20 ** 2 + 1 / 19 ** 2), 14);
  });

  it('stays below −ln of the survival where somebody is left, and near it', () => {
    const curve = kaplanMeier(remission);
    if (curve.kind === 'unavailable') throw new Error(curve.reason);
    for (const [index, { hazard }] of hazardOf(remission).steps.entries()) {
      const other = -Math.log(curve.steps[index]!.survival);
      expect(hazard).toBeLessThanOrEqual(other + 1e-12);
      expect(other - hazard).toBeLessThan(0.06);
    }
  });

  it('begins where as many are at risk as asked', () => {
    const late = [2, 3, 4].map((exit) => ({ entry: 1, exit, cause: 'event' as const }));
    expect(nelsonAalen(late)).toEqual({ kind: 'unavailable', reason: 'too-few-at-risk' });
    expect(hazardOf(late, { minAtRiskToStart: 3 }).steps.at(-1)?.hazard).toBeCloseTo(1 / 3 + 1 / 2 + 1, 14);
    expect(nelsonAalen([])).toEqual({ kind: 'unavailable', reason: 'too-few-at-risk' });
  });
});
