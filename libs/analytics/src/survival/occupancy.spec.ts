import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fraction, sourcesOf } from '../../fixtures/dataset.js';
import { cumulativeIncidence } from './cumulative-incidence.js';
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
      const result = occupancy(stays, states);
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
    expect(occupancy<State>([], states)).toEqual({ kind: 'unavailable', reason: 'nobody-at-risk' });
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
          occupancy(stays, states),
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

  it('begins with the states that those at risk before the first move were in, or with what it is told', () => {
    const stays: Stay<State>[] = [
      { state: 'entry', from: 0, to: 10, next: 'a' },
      { state: 'entry', from: 0, to: 30, next: null },
      { state: 'b', from: 5, to: 20, next: 'c' },
      // Not there before the first move.
      { state: 'b', from: 12, to: 30, next: null },
    ];
    const result = occupancy(stays, states);
    expect(result).toMatchObject({ initial: { entry: 2 / 3, a: 0, b: 1 / 3, c: 0 } });
    // Day 10: half of 2/3 moves on; day 20: half of 1/3.
    expect(result.kind === 'occupancy' && result.steps[1]?.shares).toEqual({
      entry: expect.closeTo(1 / 3, 12),
      a: expect.closeTo(1 / 3, 12),
      b: expect.closeTo(1 / 6, 12),
      c: expect.closeTo(1 / 6, 12),
    });
    expect(occupancy(stays, states, { initial: { b: 1 } })).toMatchObject({
      initial: { entry: 0, a: 0, b: 1, c: 0 },
    });
    // From day 11 on there are one in entry and one in b.
    expect(occupancy(stays, states, { from: 11 })).toMatchObject({
      initial: { entry: 0.5, b: 0.5 },
      steps: [{ time: 20, shares: { b: 0.25, c: 0.25 } }, { time: 30 }],
    });
    expect(occupancy(stays, states, { from: 30 })).toEqual({ kind: 'unavailable', reason: 'nobody-at-risk' });
  });

  const movesArbitrary = fc.array(
    fc.record({
      id: fc.nat(9),
      days: fc.integer({ min: 1, max: 6 }),
      next: fc.constantFrom<State | null>('entry', 'a', 'b', 'c'),
    }),
    { minLength: 1, maxLength: 40 },
  );
  /** Each id moves on from state to state; its last stay is open. */
  const staysOf = (moves: readonly { id: number; days: number; next: State | null }[]): Stay<State>[] =>
    [...Map.groupBy(moves, ({ id }) => id).values()].flatMap((own) => {
      let [state, from]: [State, number] = ['entry', 0];
      return own.map(({ days, next }, index): Stay<State> => {
        const stay = { state, from, to: from + days, next: index === own.length - 1 ? null : next };
        [state, from] = [next ?? state, stay.to];
        return stay;
      });
    });

  it('equals the product of its matrices computed the slow way, with moves back', () => {
    fc.assert(
      fc.property(movesArbitrary, fc.nat(40), (moves, until) => {
        const stays = staysOf(moves);
        const result = occupancy(stays, states, { initial: { entry: 1 } });
        if (result.kind === 'unavailable') throw new Error(result.reason);
        let shares: Record<State, number> = { entry: 1, a: 0, b: 0, c: 0 };
        for (let t = 1; t <= until; t += 1) {
          const rate = (h: State, l: State) => {
            const atRisk = stays.filter(({ state, from, to }) => state === h && from < t && t <= to);
            if (h === l || atRisk.length === 0) return 0;
            return atRisk.filter(({ to, next }) => to === t && next === l).length / atRisk.length;
          };
          const old = shares;
          const into = (l: State) => states.reduce((sum, h) => sum + old[h] * rate(h, l), 0);
          const out = (h: State) => states.reduce((sum, l) => sum + old[h] * rate(h, l), 0);
          shares = { ...old };
          for (const state of states) shares[state] += into(state) - out(state);
        }
        const at = result.steps.findLast(({ time }) => time <= until)?.shares ?? result.initial;
        for (const state of states) expect(at[state]).toBeCloseTo(shares[state], 10);
        expect(occupancy(stays.toReversed(), states, { initial: { entry: 1 } })).toEqual(result);
      }),
    );
  });

  it('has the variance of the cumulative incidence where nobody moves on from there', () => {
    const stayArbitrary = fc.record({
      from: fc.nat(9),
      days: fc.integer({ min: 1, max: 20 }),
      next: fc.constantFrom<State | null>('a', 'b', null),
    });
    fc.assert(
      fc.property(fc.array(stayArbitrary, { minLength: 1 }), (rows) => {
        const stays = rows.map(({ from, days, next }): Stay<State> => ({
          state: 'entry',
          from,
          to: from + days,
          next,
        }));
        const curves = cumulativeIncidence(
          stays.map(({ from, to, next }) => ({ entry: from, exit: to, cause: next })),
          states,
          { minAtRiskToStart: 1 },
        );
        const result = occupancy(stays, states);
        if (result.kind === 'unavailable' || curves.kind === 'unavailable') throw new Error('nobody');
        for (const [index, { standardErrors }] of result.steps.entries())
          expect(standardErrors.a ** 2).toBeCloseTo(curves.steps[index]!.causes.a.standardError ** 2, 12);
      }),
    );
  });

  it('carries on with weights as R does on its own test', () => {
    // Six subjects of weight 2, 1, 3, 1, 2, 1; shares are redistributed weights of ten (R survival, tests/testci2.R).
    const way = (weight: number, ...rows: [State | 'd', number, number, State | 'd' | null][]) =>
      rows.map(([state, from, to, next]) => ({ state, from, to, next, weight }));
    const stays: Stay<State | 'd'>[] = [
      ...way(2, ['entry', 0, 10, 'a'], ['a', 10, 20, 'b'], ['b', 20, 30, 'c'], ['c', 30, 40, 'd']),
      ...way(1, ['entry', 0, 5, 'b'], ['b', 5, 15, 'd'], ['d', 15, 25, 'c']),
      ...way(3, ['entry', 0, 20, 'b'], ['b', 20, 22, null]),
      ...way(1, ['entry', 0, 6, 'c'], ['c', 6, 18, 'a'], ['a', 18, 34, 'b'], ['b', 34, 50, null]),
      ...way(2, ['entry', 0, 10, null]),
      ...way(1, ['entry', 0, 15, 'a'], ['a', 15, 20, null]),
    ];
    const result = occupancy(stays, [...states, 'd' as const]);
    if (result.kind === 'unavailable') throw new Error(result.reason);
    const expected: Record<'a' | 'b' | 'c' | 'd', number[]> = {
      a: [0, 0, 2, 3.5, 4.5, 2.25, 2.25, 2.25, 2.25, 0, 0, 0],
      b: [1, 1, 1, 0, 0, 6.75, 6.75, 6.75, 0, 2.25, 2.25, 2.25],
      c: [0, 1, 1, 1, 0, 0, 0, 1, 7.75, 7.75, 0, 0],
      d: [0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 7.75, 7.75],
    };
    expect(result.steps.map(({ time }) => time)).toEqual([5, 6, 10, 15, 18, 20, 22, 25, 30, 34, 40, 50]);
    for (const [index, { shares }] of result.steps.entries())
      for (const state of ['a', 'b', 'c', 'd'] as const)
        expect(shares[state]).toBeCloseTo(expected[state][index]! / 10, 12);
  });
});
