import { describe, expect, it } from '@jest/globals';
import { kaplanMeier } from './kaplan-meier.js';
import { firstCrossing, survivalQuantile } from './quantile.js';

const reached = (time: number) => ({ kind: 'reached', time });

describe('The first crossing of a level', () => {
  const times = [1, 2, 3, 4];

  it('is the first time at or below it', () => {
    expect(firstCrossing(times, [0.9, 0.6, 0.4, 0.1], 0.5)).toEqual(reached(3));
    expect(firstCrossing(times, [0.5, 0.5, 0.4, 0.1], 0.5)).toEqual(reached(1));
    expect(firstCrossing(times, [0.9, 0.8, 0.7, 0.6], 0.5)).toEqual({ kind: 'not-reached' });
    expect(firstCrossing([], [], 0.5)).toEqual({ kind: 'not-reached' });
  });

  it('does not compare what is not known', () => {
    expect(firstCrossing(times, [null, 0.9, null, 0.4], 0.5)).toEqual(reached(4));
    expect(firstCrossing(times, [null, null, null, null], 0.5)).toEqual({ kind: 'not-reached' });
  });

  it('takes what misses the level by rounding for the level itself', () => {
    expect(firstCrossing(times, [0.9, 0.5 + 1e-9, 0.4, 0.1], 0.5)).toEqual(reached(2));
    expect(firstCrossing(times, [0.9, 0.5 + 1e-7, 0.4, 0.1], 0.5)).toEqual(reached(3));
    expect(firstCrossing(times, [0.9, 0.5 - 1e-9, 0.4, 0.1], 0.5, 'midpoint')).toEqual(reached(2.5));
    expect(firstCrossing(times, [0.9, 0.5 - 1e-7, 0.4, 0.1], 0.5, 'midpoint')).toEqual(reached(2));
  });

  it('lies in the middle of the stretch on the level, where that is asked', () => {
    expect(firstCrossing(times, [0.9, 0.5, 0.5, 0.1], 0.5, 'midpoint')).toEqual(reached(3));
    expect(firstCrossing(times, [0.9, 0.5, null, 0.1], 0.5, 'midpoint')).toEqual(reached(3));
    expect(firstCrossing(times, [0.5, 0.5, 0.5, 0.5], 0.5, 'midpoint')).toEqual(reached(2.5));
    expect(firstCrossing(times, [0.9, 0.4, 0.4, 0.1], 0.5, 'midpoint')).toEqual(reached(2));
    // What is below the level before it is reached does not end the stretch.
    expect(firstCrossing(times, [0.9, 0.9, 0.5, 0.4], 0.5, 'midpoint')).toEqual(reached(3.5));
  });
});

describe('The time by which a share is reached', () => {
  const subject = (exit: number, cause: 'event' | null = 'event') => ({ exit, cause });

  it('has bounds where the band crosses, which are known on both sides of a curve that is 1 at first', () => {
    const curve = kaplanMeier([subject(1, null), ...[2, 3, 4, 5, 6, 7, 8, 9].map((exit) => subject(exit))]);
    if (curve.kind !== 'survival-curve') throw new Error(curve.reason);
    expect(survivalQuantile(curve, 0.5)).toEqual({
      estimate: reached(5),
      low: reached(2),
      high: reached(8),
    });
    expect(survivalQuantile(curve, 0.5, { confidence: 0.5 })).toMatchObject({ low: reached(4) });
    expect(survivalQuantile(curve, 0.5, { onFlat: 'midpoint' }).estimate).toEqual(reached(5.5));
  });

  it('is not reached, not even as a bound, before the curve has fallen', () => {
    const curve = kaplanMeier([subject(1, null), subject(2, null), subject(3, null)]);
    if (curve.kind !== 'survival-curve') throw new Error(curve.reason);
    const never = { kind: 'not-reached' };
    expect(survivalQuantile(curve, 0.5)).toEqual({ estimate: never, low: never, high: never });
  });
});
