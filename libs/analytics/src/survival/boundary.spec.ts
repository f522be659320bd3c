import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cumulativeIncidence } from './cumulative-incidence.js';
import { incidenceAt, timeToShare } from './incidence-figures.js';
import { probabilityInterval } from './interval.js';
import { kaplanMeier, survivalAt } from './kaplan-meier.js';
import { occupancy } from './occupancy.js';
import { timeGained } from './time-gained.js';

describe('At 0 and at 1', () => {
  const oneCause = fc.array(
    fc.record({
      exit: fc.integer({ min: 1, max: 40 }),
      cause: fc.constantFrom<'production' | null>('production', 'production', null),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it.each(['delta', 'gray', 'jackknife'] as const)(
    'no interval is made out of rounding, with the %s variance',
    (variance) => {
      fc.assert(
        fc.property(oneCause, (subjects) => {
          const curves = cumulativeIncidence(subjects, ['production', 'stopped'], { variance });
          if (curves.kind === 'unavailable') throw new Error(curves.reason);
          for (const { remaining, time, causes } of curves.steps) {
            const { incidence, standardError, interval } = incidenceAt(curves, 'production', time);
            expect(incidence).toBe(1 - remaining);
            expect(causes.stopped).toEqual({ events: 0, incidence: 0, standardError: 0 });
            if (remaining === 0 || remaining === 1) {
              expect(standardError).toBe(0);
              expect(interval).toEqual({ kind: 'unavailable', reason: 'at-boundary' });
            } else expect(interval.kind).toBe('interval');
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  it('a curve has no interval before anything happened', () => {
    const curve = kaplanMeier([{ exit: 5, cause: 'event' }]);
    if (curve.kind === 'unavailable') throw new Error(curve.reason);
    const boundary = { kind: 'unavailable', reason: 'at-boundary' };
    expect(survivalAt(curve, 4)).toEqual({ survival: 1, standardError: 0, interval: boundary, atRisk: 1 });
    expect(survivalAt(curve, 5)).toEqual({
      survival: 0,
      standardError: boundary,
      interval: boundary,
      atRisk: 1,
    });
    expect(() => survivalAt(curve, NaN)).toThrow(RangeError);
  });

  it('an event on the very first day counts for those watched from the beginning', () => {
    const subjects = [
      { exit: 0, cause: 'event' },
      { exit: 3, cause: 'event' },
    ];
    const curve = kaplanMeier(subjects);
    expect(curve).toMatchObject({ table: { startsAt: 0, subjects: 2 }, steps: [{ survival: 0.5 }, {}] });
    // Watched from after the beginning on: the first was never at risk.
    expect(kaplanMeier(subjects.map((each) => ({ ...each, entry: 0 })))).toMatchObject({
      table: { subjects: 1 },
    });
  });
});

describe('An interval for a probability', () => {
  it('is symmetric on its own scale', () => {
    // p = 0.4, σ = 0.1, z = 1.96: plain 0.4 ∓ 0.196; log 0.4 e^∓0.49; logit 2/3 e^∓0.8166 as odds;
    // log-log 0.4^(e^±0.5347); arcsine sin²(0.68472 ∓ 0.20004).
    const ends = (scale: 'plain' | 'log' | 'log-log' | 'logit' | 'arcsine') => {
      const interval = probabilityInterval(0.4, 0.1, { scale });
      return interval.kind === 'interval' ? [interval.low, interval.high] : null;
    };
    const close = (low: number, high: number) => [expect.closeTo(low, 4), expect.closeTo(high, 4)];
    expect(ends('plain')).toEqual(close(0.204, 0.596));
    expect(ends('log')).toEqual(close(0.24505, 0.65293));
    expect(ends('log-log')).toEqual(close(0.20927, 0.58462));
    expect(ends('logit')).toEqual(close(0.22757, 0.60137));
    expect(ends('arcsine')).toEqual(close(0.21709, 0.59871));
  });
});

describe('Names that are not there', () => {
  const curves = cumulativeIncidence([{ exit: 5, cause: 'a' }], ['a']);
  it('are refused, not counted as none', () => {
    if (curves.kind === 'unavailable') throw new Error(curves.reason);
    const unknown = 'b' as 'a';
    expect(() => incidenceAt(curves, unknown, 5)).toThrow(RangeError);
    expect(() => timeToShare(curves, unknown, 0.5)).toThrow(RangeError);
    expect(() => timeGained(curves, unknown, 5)).toThrow(RangeError);
    expect(() => cumulativeIncidence([{ exit: 5, cause: unknown }], ['a'])).toThrow(RangeError);
    expect(() => occupancy([{ state: unknown, from: 0, to: 1, next: null }], ['a'])).toThrow(RangeError);
    expect(() => occupancy([{ state: 'a', from: 0, to: 1, next: unknown }], ['a'])).toThrow(RangeError);
  });

  it.each([
    { exit: NaN },
    { exit: Infinity },
    { exit: 5, entry: NaN },
    { exit: 5, weight: 0 },
    { exit: 5, weight: NaN },
  ])('and so is %j', (subject) => {
    expect(() => kaplanMeier([{ cause: null, ...subject }])).toThrow(RangeError);
  });
});
