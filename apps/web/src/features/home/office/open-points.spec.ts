import { describe, expect, it } from '@jest/globals';
import '../../../shared/i18n.js';
import { openPoints } from './open-points.js';

const inOrder = {
  active: 20,
  movedThisQuarter: 2,
  withoutOwner: 0,
  withoutSponsor: 0,
  withoutStage: 0,
  notConfirmed90Days: 0,
  overLimitNoPlan: 0,
  longInLimitedProduction: 0,
  importFindings: 0,
  stale: 0,
  neverAssessed: 0,
};

describe('openPoints', () => {
  it('lists nothing when all is in order', () => {
    expect(openPoints(inOrder)).toEqual([]);
  });

  it('puts the most first and counts in words', () => {
    const points = openPoints({ ...inOrder, withoutOwner: 1, overLimitNoPlan: 9 });
    expect(points.map(({ words }) => words)).toEqual([
      'pilots over the limit with no plan recorded',
      'initiative without an owner',
    ]);
  });
});
