import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stageLog as log } from '../../fixtures/stage-log.js';
import { day } from '../calendar/day.js';
import { conversionRates } from './conversion.js';
import { littlesLaw } from './littles-law.js';
import { stageFunnel } from './stage-funnel.js';
import { carryingCost, type StandingPair, stuckFlow } from './stuck-flow.js';
import { type PilotStanding } from './stuck-pilot.js';

const asOf = day('2025-12-31');

describe('The stage funnel', () => {
  it('says of each stage how many were in it and what became of them', () => {
    const steps = stageFunnel(
      [
        log([
          ['IDEA', '2025-01-01'],
          ['PILOT', '2025-02-01'],
          ['PRODUCTION', '2025-03-01'],
          ['PILOT', '2025-04-01'],
        ]),
        log([
          ['PILOT', '2025-01-01'],
          ['ENDED', '2025-02-01'],
        ]),
        log([['PILOT', '2025-01-01']], [['SCALED', '2025-06-01']]),
        log([
          ['IDEA', '2025-01-01'],
          ['PILOT', '2025-01-05'],
        ]),
        log([
          ['IDEA', '2025-01-01'],
          ['ENDED', '2025-02-01', { mergedInto: 'AI-7' }],
        ]),
        log([['IDEA', '2026-01-01']]),
      ],
      asOf,
    );
    const counts = (
      entered: number,
      production: number,
      stopped: number,
      merged: number,
      running: number,
    ) => ({
      entered,
      production,
      stopped,
      merged,
      running,
    });
    expect(steps).toEqual([
      { from: 'IDEA', to: 'PILOT', counts: counts(3, 2, 0, 1, 0) },
      { from: 'PILOT', to: 'LIMITED_PRODUCTION', counts: counts(4, 2, 1, 0, 1) },
      { from: 'LIMITED_PRODUCTION', to: 'PRODUCTION', counts: counts(0, 0, 0, 0, 0) },
      { from: 'PRODUCTION', to: 'SCALED', counts: counts(1, 0, 0, 0, 1) },
    ]);
    expect(conversionRates(steps[1]!.counts)).toMatchObject({ crude: 0.5, bounds: { low: 0.5, high: 0.75 } });
    expect(stageFunnel([], asOf).every(({ counts: { entered } }) => entered === 0)).toBe(true);
  });
});

describe("Little's law", () => {
  it('holds in a steady flow', () => {
    // One enters every 10 days and stays 50: 5 are there at a time.
    const stays = Array.from({ length: 100 }, (_, index) => ({ from: 10 * index, to: 10 * index + 50 }));
    expect(littlesLaw(stays, { from: 200, to: 800 }, 50)).toEqual({
      kind: 'flow-check',
      averageThere: 5,
      entriesPerDay: 0.1,
      expectedThere: 5,
      ratio: 1,
    });
  });

  it('shows a portfolio that grows, and says what it lacks', () => {
    // Four enter on days 70 to 100 and stay: on average 0.6 there, while 0.04 a day for 50 days would be 2.
    const stays = [70, 80, 90, 100].map((from) => ({ from, to: null }));
    expect(littlesLaw(stays, { from: 0, to: 100 }, 50)).toMatchObject({ averageThere: 0.6, ratio: 0.3 });
    const reasons = [
      littlesLaw([], { from: 0, to: 100 }, 50),
      littlesLaw(stays, { from: 5, to: 5 }, 50),
      littlesLaw(stays, { from: 0, to: 100 }, 0),
    ].map((check) => (check.kind === 'unavailable' ? check.reason : null));
    expect(reasons).toEqual(['nobody-entered', 'no-window', 'no-mean']);
  });
});

describe('Stock and flow of stuck pilots', () => {
  const age = { ageDays: 400, limitDays: 365, limitDay: day('2025-06-01') };
  const stuck: PilotStanding = { kind: 'stuck', reasons: ['no-run-budget'], ...age };
  const slow: PilotStanding = { kind: 'slow-but-moving', ...age };
  const gone: PilotStanding = { kind: 'not-in-pilot' };

  it('says why one left', () => {
    const flow = stuckFlow([
      { before: stuck, now: stuck, exit: null },
      { before: slow, now: stuck, exit: null },
      { before: stuck, now: slow, exit: null },
      { before: stuck, now: gone, exit: 'stopped' },
      { before: stuck, now: gone, exit: null },
      { before: gone, now: gone, exit: null },
    ]);
    expect(flow).toMatchObject({ before: 4, inflow: 1, outflow: 3, now: 2 });
    expect([...flow.outflowBy]).toEqual([
      ['slow-but-moving', 1],
      ['stopped', 1],
      ['not-in-pilot', 1],
    ]);
  });

  it('adds up', () => {
    const pair: fc.Arbitrary<StandingPair> = fc.record({
      before: fc.constantFrom(stuck, slow, gone),
      now: fc.constantFrom(stuck, slow, gone),
      exit: fc.constantFrom('production' as const, null),
    });
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const flow = stuckFlow(pairs);
        expect(flow.now).toBe(pairs.filter(({ now }) => now.kind === 'stuck').length);
        expect([...flow.outflowBy.values()].reduce((sum, count) => sum + count, 0)).toBe(flow.outflow);
      }),
    );
  });

  it('costs what was spent after its limit', () => {
    const spend = ['2025-06-01', '2025-06-02', '2025-07-01', '2026-01-01'].map((on) => ({
      on: day(on),
      amount: 100,
    }));
    expect(carryingCost(spend, age.limitDay, asOf)).toBe(200);
    expect(carryingCost([], age.limitDay, asOf)).toBe(0);
  });
});
