import { describe, expect, it } from '@jest/globals';
import * as analytics from './index.js';

describe('The library', () => {
  it('answers an empty list with a reason, not with an error', () => {
    const answers = [
      analytics.kaplanMeier([]),
      analytics.cumulativeIncidence([], analytics.PILOT_EXITS),
      analytics.logRank([]),
      analytics.grayTest<string>([], 'event'),
      analytics.finishedOnly([]),
      analytics.nelsonAalen([]),
      analytics.occupancy([], analytics.STAGES),
      analytics.portfolioReadiness({ active: [], rated: [] }),
      analytics.readinessBridge({ active: [], rated: [] }, { active: [], rated: [] }),
      analytics.theilSen([]),
      analytics.mannKendall([]),
      analytics.hamedRao([]),
      analytics.seasonalMannKendall([], 4),
      analytics.clusterBootstrap<number>([], () => 0, { seed: 1, keyOf: String }),
      analytics.yueWang([]),
      analytics.preWhitened([]),
      analytics.seasonalTheilSen([], 4),
      analytics.datedInternalRate([]),
      analytics.plainMean([]),
      analytics.standardisedMean([], []),
      analytics.returnOnInvestment([]),
      analytics.realisedOfPlanned([]),
      analytics.internalRate([]),
      analytics.modifiedInternalRate([], 0.1, 0.1),
      analytics.variation([]),
      analytics.variationRatio([], []),
      analytics.varianceParts([]),
      analytics.logitSpread([]),
      analytics.shareWithin([]),
      analytics.robustVariation([]),
      analytics.ratioOfTimes({ first: [], second: [] }, ['a'], 'a', { seed: 1 }),
      analytics.littlesLaw([], { from: 0, to: 1 }, 1),
      analytics.ownPilotLimit([]),
      analytics.conversionRates(analytics.conversionCounts([])),
      analytics.wilsonInterval(0, 0),
    ];
    for (const answer of answers) expect(answer).toEqual({ kind: 'unavailable', reason: expect.any(String) });
    expect([
      analytics.constantCohort([]).kind,
      analytics.gateView([], new Map()).kind,
      analytics.payback([]).kind,
    ]).toEqual(['nobody-in-both', 'no-applicable-question', 'nothing-invested']);
  });
});
