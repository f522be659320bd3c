import { describe, expect, it } from '@jest/globals';
import { cumulativeIncidence } from '../survival/cumulative-incidence.js';
import { type Subject } from '../survival/subject.js';
import { chanceWithin, fadingChanceLimit, ownPilotLimit } from './own-pilot-limit.js';

describe('A limit from experience', () => {
  it('is the 80th percentile of at least 20 conversions', () => {
    expect(ownPilotLimit(Array<number>(19).fill(100))).toEqual({
      kind: 'unavailable',
      reason: 'fewer-than-20-conversions',
    });
    // 80 % of 20 is the 16th of 10, 20, ..., 200.
    expect(ownPilotLimit(Array.from({ length: 20 }, (_, index) => 10 * (20 - index)))).toEqual({
      kind: 'limit',
      days: 160,
    });
  });

  const curvesOf = (subjects: readonly Subject<'production' | 'stopped'>[]) => {
    const curves = cumulativeIncidence(subjects, ['production', 'stopped']);
    if (curves.kind === 'unavailable') throw new Error(curves.reason);
    return curves;
  };
  const at = (exit: number, count: number, cause: 'production' | 'stopped' | null = 'production') =>
    Array.from({ length: count }, () => ({ exit, cause }));

  it('is the age from which on less than one in ten still arrives within six months', () => {
    // 50 pilots: 15 arrive on day 100, 15 on day 200, 1 on day 400; the other 19 run on to day 900.
    const curves = curvesOf([...at(100, 15), ...at(200, 15), ...at(400, 1), ...at(900, 19, null)]);
    // On day 99: (30 of 50 by day 282). From day 200 on 20 are left, of whom 1 arrives: 5 %.
    expect(chanceWithin(curves, 'production', 99, 183)).toBeCloseTo(0.6, 12);
    expect(chanceWithin(curves, 'production', 200, 183)).toBeCloseTo(0, 12);
    expect(chanceWithin(curves, 'production', 217, 183)).toBeCloseTo(0.05, 12);
    expect(fadingChanceLimit(curves, 'production')).toEqual({ kind: 'limit', days: 200 });
    // Below one in fifty it stays only from day 400 on.
    expect(fadingChanceLimit(curves, 'production', { below: 0.02 })).toEqual({ kind: 'limit', days: 400 });
    // A low chance early on, before anybody can have arrived, is no limit.
    expect(chanceWithin(curves, 'production', 0, 50)).toBe(0);
    expect(fadingChanceLimit(curves, 'production', { further: 50 })).toEqual({ kind: 'limit', days: 200 });
  });

  it('says why there is none', () => {
    const reason = (subjects: Subject<'production' | 'stopped'>[]) => {
      const limit = fadingChanceLimit(curvesOf(subjects), 'production');
      return limit.kind === 'unavailable' ? limit.reason : limit.days;
    };
    expect(reason([...at(100, 19), ...at(900, 20, null)])).toBe('fewer-than-20-conversions');
    // One in thirty within six months from the start: there is no age at which the chance fades.
    expect(reason([...at(500, 20), ...at(50, 1, null), ...at(1500, 600, null)])).toBe('never-above');
    // Half arrive on day 300, the rest is seen no longer: what comes after nobody knows.
    expect(reason([...at(300, 20), ...at(301, 20, null)])).toBe('not-reached');
  });
});
