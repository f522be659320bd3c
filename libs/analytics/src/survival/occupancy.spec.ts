import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fraction, sourcesOf } from '../../fixtures/dataset.js';
import { day } from '../calendar/day.js';
import { type Stage, STAGES } from '../stage/stage.js';
import { stageStays } from '../stage/stage-stays.js';
import { cumulativeIncidence } from './cumulative-incidence.js';
import { landmark } from './landmark.js';
import { occupancy, type Stay } from './occupancy.js';

type State = 'entry' | 'a' | 'b' | 'c';
const states: readonly State[] = ['entry', 'a', 'b', 'c'];

type MultiState = {
  data: [number, number, number, State | null][];
  expected: Record<string, (string | number)[]>;
};

for (const { from, data } of sourcesOf<{ cases: unknown[] }>('aj_small_exact')) {
  describe(`State occupancy on ${from}`, () => {
    it('gives the exact 32nds with late entries and moves back', () => {
      const { data: rows, expected } = data.cases[2] as MultiState;
      const current = new Map<number, State>();
      const stays = rows.map(([id, from_, to, next]): Stay<State> => {
        const state = current.get(id) ?? 'entry';
        if (next) current.set(id, next);
        return { state, from: from_, to, next };
      });
      const result = occupancy(stays, states, 'entry');
      if (result.kind === 'unavailable') throw new Error(result.reason);
      expect(result.steps.map(({ time }) => time)).toEqual(expected.time);
      for (const [index, { shares, atRisk }] of result.steps.entries()) {
        for (const state of states) {
          expect(shares[state]).toBeCloseTo(fraction(String(expected[`p_${state}`]?.[index])), 12);
          expect(atRisk[state]).toBe(expected[`n_risk_${state}`]?.[index]);
        }
      }
    });
  });
}

describe('State occupancy', () => {
  it('has no shares without anybody', () => {
    expect(occupancy<State>([], states, 'entry')).toEqual({ kind: 'unavailable', reason: 'nobody-at-risk' });
  });

  it('adds up to 1, and with ends only is the cumulative incidence', () => {
    const stayArbitrary = fc.record({
      from: fc.nat(9),
      days: fc.integer({ min: 1, max: 20 }),
      next: fc.constantFrom<State | null>('a', 'b', 'c', null),
    });
    fc.assert(
      fc.property(fc.array(stayArbitrary, { minLength: 1 }), (rows) => {
        const stays = rows.map(({ from, days, next }): Stay<State> => ({
          state: 'entry',
          from,
          to: from + days,
          next,
        }));
        const [result, curves] = [
          occupancy(stays, states, 'entry'),
          cumulativeIncidence(
            stays.map(({ from, to, next }) => ({ entry: from, exit: to, cause: next })),
            states,
            { minAtRiskToStart: 1 },
          ),
        ];
        if (result.kind === 'unavailable' || curves.kind === 'unavailable') throw new Error('nobody');
        for (const [index, { shares }] of result.steps.entries()) {
          expect(states.reduce((sum, state) => sum + shares[state], 0)).toBeCloseTo(1, 12);
          expect(shares.a).toBeCloseTo(curves.steps[index]!.causes.a.incidence, 12);
        }
      }),
    );
  });
});

describe('Stays from a stage log', () => {
  const log = (events: [Stage, string][], observations: [Stage, string][] = []) => ({
    events: events.map(([stage, on], index) => ({
      id: `e${index}`,
      stage,
      on: day(on),
      precision: 'DAY' as const,
    })),
    observations: observations.map(([stage, on], index) => ({ id: `o${index}`, stage, on: day(on) })),
  });
  const asOf = day('2025-12-31');

  it('follow the way, moves back included, to the last observation', () => {
    const way = log([
      ['IDEA', '2025-01-01'],
      ['PILOT', '2025-01-11'],
      ['PRODUCTION', '2025-01-31'],
      ['PILOT', '2025-02-10'],
    ]);
    expect(stageStays(way, day('2025-03-01'), asOf)).toEqual([
      { state: 'IDEA', from: 0, to: 10, next: 'PILOT' },
      { state: 'PILOT', from: 10, to: 30, next: 'PRODUCTION' },
      { state: 'PRODUCTION', from: 30, to: 40, next: 'PILOT' },
      { state: 'PILOT', from: 40, to: 59, next: null },
    ]);
  });

  it('share a day between the stages entered on it', () => {
    expect(
      stageStays(
        log([
          ['IDEA', '2025-01-01'],
          ['PILOT', '2025-01-01'],
          ['PRODUCTION', '2025-01-05'],
        ]),
        null,
        asOf,
      ),
    ).toEqual([
      { state: 'IDEA', from: 0, to: 0.5, next: 'PILOT' },
      { state: 'PILOT', from: 0.5, to: 4, next: 'PRODUCTION' },
      { state: 'PRODUCTION', from: 4, to: 4, next: null },
    ]);
  });

  it('break off where another stage is observed, and need exact days', () => {
    const lost = log(
      [['PILOT', '2025-01-01']],
      [
        ['PILOT', '2025-01-21'],
        ['SCALED', '2025-06-01'],
      ],
    );
    expect(stageStays(lost, day('2025-07-01'), asOf)).toEqual([
      { state: 'PILOT', from: 0, to: 20, next: null },
    ]);
    const coarse = {
      ...log([]),
      events: [{ id: 'e', stage: 'PILOT' as const, on: day('2025-01-01'), precision: 'YEAR' as const }],
    };
    expect(stageStays(coarse, null, asOf)).toEqual([]);
    expect(stageStays(log([]), null, asOf)).toEqual([]);
  });

  it('make the shares of a portfolio over time', () => {
    const stays = [
      log([
        ['PILOT', '2025-01-01'],
        ['PRODUCTION', '2025-01-11'],
        ['PILOT', '2025-01-31'],
      ]),
      log([
        ['PILOT', '2025-03-01'],
        ['ENDED', '2025-03-21'],
      ]),
    ].flatMap((each) => stageStays(each, asOf, asOf));
    const result = occupancy(stays, STAGES, 'PILOT');
    // Day 10: one of two arrives; day 20: the other ends; day 30: the first moves back.
    expect(
      result.kind === 'occupancy' &&
        result.steps
          .slice(0, 3)
          .map(({ time, shares }) => [time, shares.PILOT, shares.PRODUCTION, shares.ENDED]),
    ).toEqual([
      [10, 0.5, 0.5, 0],
      [20, 0, 0.5, 0.5],
      [30, 0.5, 0, 0.5],
    ]);
  });
});

describe('A landmark', () => {
  it('keeps those still there and restarts the clock', () => {
    const subjects = [
      { entry: 0, exit: 90, cause: 'production' },
      { entry: 0, exit: 91, cause: null },
      { entry: 100, exit: 200, cause: 'stopped' },
    ];
    expect(landmark(subjects, 90)).toEqual([
      { entry: 0, exit: 1, cause: null },
      { entry: 10, exit: 110, cause: 'stopped' },
    ]);
  });
});
