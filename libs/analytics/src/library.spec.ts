import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import * as analytics from './index.js';

const sources = readdirSync(new URL('./', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(new URL(path, import.meta.url), 'utf8') }));

describe('The library', () => {
  it('imports its own files and special functions only, so that it runs in a browser as on a server', () => {
    const foreign = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\bfrom '([^']+)'/g)]
        .filter(([, module]) => !/^(\.|@stdlib\/math-base-special-)/.test(module ?? ''))
        .map(([found]) => `${path}: ${found}`),
    );
    expect(sources.length).toBeGreaterThan(40);
    expect(foreign).toEqual([]);
  });

  it('asks neither the time nor chance', () => {
    const impure = sources.filter(({ text }) =>
      /Date\.now|new Date\(|Math\.random|process\.|globalThis/.test(text),
    );
    expect(impure.map(({ path }) => path)).toEqual([]);
  });

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
