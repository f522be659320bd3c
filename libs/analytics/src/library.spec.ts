import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import * as analytics from './index.js';
import { type PilotExit, type Subject } from './index.js';

const sources = readdirSync(new URL('./', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(new URL(path, import.meta.url), 'utf8') }));

/** Every number in a result, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof Float64Array) return [...value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

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

  it('never gives NaN or an infinity, whatever the pilots', () => {
    const subject = fc
      .record({
        entry: fc.nat(400),
        stay: fc.integer({ min: -1, max: 900 }),
        cause: fc.constantFrom(null, ...analytics.PILOT_EXITS),
      })
      .map(({ entry, stay, cause }): Subject<PilotExit> => ({
        entry: entry < 200 ? 0 : entry,
        exit: entry + stay / 2,
        cause,
      }));
    fc.assert(
      fc.property(fc.array(subject, { maxLength: 30 }), fc.nat(6), (subjects, minAtRiskToStart) => {
        const survival = analytics.kaplanMeier(subjects, { minAtRiskToStart });
        const curves = analytics.cumulativeIncidence(subjects, analytics.PILOT_EXITS, { minAtRiskToStart });
        const results: unknown[] = [survival, curves];
        if (survival.kind === 'survival-curve') {
          results.push(survival.steps.map((step) => analytics.stepInterval(step)));
          results.push([0.25, 0.5, 0.9].map((p) => analytics.survivalQuantile(survival, p)));
          results.push([1, 300, 900].map((horizon) => analytics.restrictedMean(survival, horizon)));
        }
        if (curves.kind === 'incidence-curves') {
          results.push(analytics.sharesByMonth(curves, 'production', [6, 12, 18, 24], 1));
          results.push(
            analytics.timeGained(curves, 'production', 540),
            analytics.timeGained(curves, 'stopped', 540, { beyondLastObservation: 'hold' }),
          );
          results.push(analytics.chanceWithin(curves, 'production', 90, 183));
        }
        results.push(
          analytics.logRank(subjects.map((each, index) => ({ ...each, group: index % 2 ? 'a' : 'b' }))),
        );
        expect(numbersIn(results).filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
    );
  });
});
