import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { addDays, type Day, day } from '../calendar/day.js';
import { kaplanMeier } from '../survival/kaplan-meier.js';
import { type RestrictedMean, restrictedMean, timeLost } from '../survival/restricted-mean.js';
import { judgeClaim } from './claim.js';
import {
  assessedAtStartCohorts,
  beforeAfterCohorts,
  type CohortMember,
  mixTable,
  readyAtStartCohorts,
} from './cohort.js';
import { logitSpread, robustVariation, shareWithin } from './consistency.js';
import { ratioOfMeans } from './means.js';
import { percentChange, ratioOfTimes } from './ratio-of-times.js';
import { deploymentsNeeded, detectableRatio, eventsNeeded } from './sample-size.js';
import { variation, varianceParts } from './variation.js';

const unavailable = (reason: string) => ({ kind: 'unavailable', reason });

describe('A claim', () => {
  const claim = { effect: -25, least: 10, enough: 20 };
  const asOf = day('2026-03-31');
  const reading = (count: number, low: number, high: number, perQuarter: number | null = 3) =>
    judgeClaim(claim, {
      count,
      asOf,
      perQuarter,
      estimate: { value: (low + high) / 2, interval: { kind: 'interval', low, high, confidence: 0.95 } },
    });

  it('waits for enough, and says when at the present rate', () => {
    // 4 of 10 at 3 a quarter: 6 / 3 = 2 quarters.
    expect(reading(4, -45, 40)).toEqual({
      kind: 'not-measurable-yet',
      have: 4,
      need: 10,
      wait: { kind: 'expected', quarters: 2, on: '2026-09-30' },
    });
    expect(reading(4, -45, 40, null)).toMatchObject({ wait: unavailable('rate-not-known') });
    expect(reading(4, -45, 40, 0)).toMatchObject({ wait: unavailable('none-arrive') });
    expect(reading(4, -45, 40, 1e-9)).toMatchObject({ wait: unavailable('not-in-a-century') });
    expect(judgeClaim(claim, { count: 50, asOf, perQuarter: 3, estimate: null })).toMatchObject({
      kind: 'not-measurable-yet',
      wait: unavailable('enough-but-no-estimate'),
    });
  });

  it('is supported, contradicted, or compatible with both', () => {
    expect(reading(25, -45, -5)).toMatchObject({ kind: 'judged', verdict: 'supported' });
    expect(reading(25, -60, -30)).toMatchObject({ verdict: 'supported' });
    expect(reading(25, -20, 10)).toMatchObject({ verdict: 'contradicted' });
    expect(reading(25, -45, 40)).toMatchObject({ verdict: 'compatible-with-both' });
    expect(reading(12, -45, 40)).toMatchObject({ kind: 'indicative', verdict: 'compatible-with-both' });
  });

  it('holds at the bounds of its interval and of its numbers', () => {
    expect(reading(25, -25, -5)).toMatchObject({ verdict: 'supported' });
    expect(reading(25, -60, -25)).toMatchObject({ verdict: 'supported' });
    expect(reading(25, -45, 0)).toMatchObject({ verdict: 'compatible-with-both' });
    expect([9, 10, 19, 20].map((count) => reading(count, -45, -5).kind)).toEqual([
      'not-measurable-yet',
      'indicative',
      'indicative',
      'judged',
    ]);
    // 10 at 0.025 a quarter take 400 quarters: a century, and no more.
    expect(reading(0, -45, 40, 0.025)).toMatchObject({ wait: { kind: 'expected', quarters: 400 } });
  });

  it('of an increase is read the other way round', () => {
    const more = (low: number, high: number) =>
      judgeClaim(
        { effect: 15, least: 10, enough: 20 },
        {
          count: 25,
          asOf,
          perQuarter: 3,
          estimate: { value: (low + high) / 2, interval: { kind: 'interval', low, high, confidence: 0.95 } },
        },
      );
    expect(more(20, 30)).toMatchObject({ verdict: 'supported' });
    expect(more(5, 20)).toMatchObject({ verdict: 'supported' });
    expect(more(-5, 10)).toMatchObject({ verdict: 'contradicted' });
    expect(more(-30, -20)).toMatchObject({ verdict: 'contradicted' });
    expect(more(-5, 20)).toMatchObject({ verdict: 'compatible-with-both' });
  });
});

describe('How many it takes', () => {
  it('grows with power, a stricter level and uneven groups', () => {
    // (1.959964 + 1.281552)² = 10.507; / (0.25 ln² 0.75) = 507.8. One third in the first group: 7.849 / (2/9 · 0.08276).
    expect(eventsNeeded(0.75, { power: 0.9 })).toBe(508);
    expect(eventsNeeded(0.75, { shareInFirst: 1 / 3 })).toBe(427);
    expect(eventsNeeded(0.75, { level: 0.01 })).toBe(565);
    expect(eventsNeeded(1 / 0.75)).toBe(eventsNeeded(0.75));
    expect(detectableRatio(380)).toBeCloseTo(0.75, 3);
    expect(detectableRatio(427, { shareInFirst: 1 / 3 })).toBeCloseTo(0.75, 3);
  });

  it('cannot be said of no ratio', () => {
    expect([eventsNeeded(1), deploymentsNeeded(1)]).toEqual(Array(2).fill(unavailable('no-difference')));
    expect([0, -1, NaN, Infinity].map((ratio) => eventsNeeded(ratio))).toEqual(
      Array(4).fill(unavailable('not-a-ratio')),
    );
    expect([0, -5, NaN, Infinity].map((events) => detectableRatio(events))).toEqual(
      Array(4).fill(unavailable('no-events')),
    );
    expect(() => eventsNeeded(0.75, { power: 1 })).toThrow(RangeError);
    expect(() => eventsNeeded(0.75, { shareInFirst: 0 })).toThrow(RangeError);
  });
});

describe('Cohorts', () => {
  const member = (id: string, entryDay: string, exit: number): CohortMember => ({
    id,
    entryDay: day(entryDay),
    subject: { entry: 0, exit, cause: 'production' },
  });
  const ids = (members: readonly CohortMember[]) => members.map(({ id }) => id);

  it('are formed by when the pilot began', () => {
    const cohorts = beforeAfterCohorts(
      [member('a', '2025-06-30', 100), member('b', '2025-07-01', 100)],
      day('2025-07-01'),
    );
    expect([ids(cohorts.first), ids(cohorts.second), cohorts.landmarkDay]).toEqual([['b'], ['a'], 0]);
  });

  it('are formed by an assessment around the start only once its time is over', () => {
    const start = day('2025-07-01');
    const assessed = (id: string, exit: number, ...days: number[]) => ({
      ...member(id, start, exit),
      assessedOn: days.map((count): Day => addDays(start, count)),
    });
    const cohorts = assessedAtStartCohorts([
      assessed('before', 100, -30),
      assessed('after', 100, 30),
      // Assessed on day 240: it had to last so long, and counts as not assessed.
      assessed('late', 300, 240),
      assessed('never', 40),
      assessed('long ago', 100, -31),
      assessed('gone', 30, 5),
    ]);
    expect([ids(cohorts.first), ids(cohorts.second)]).toEqual([
      ['before', 'after'],
      ['late', 'never'],
    ]);
    expect([...cohorts.neither]).toEqual([
      ['assessed-earlier', 1],
      ['left-before-landmark', 1],
    ]);
    // The clock starts on day 30.
    expect(cohorts.second[1]!.subject).toMatchObject({ entry: 0, exit: 10 });
  });

  it('are formed by readiness at the start, and their mix is shown', () => {
    const rated = (id: string, readinessAtEntry: number | null) => ({
      ...member(id, '2025-07-01', 9),
      readinessAtEntry,
    });
    const cohorts = readyAtStartCohorts([rated('a', 70), rated('b', 69.9), rated('c', null), rated('d', 90)]);
    expect([ids(cohorts.first), ids(cohorts.second), [...cohorts.neither]]).toEqual([
      ['a', 'd'],
      ['b'],
      [['not-assessed', 1]],
    ]);
    expect(mixTable(cohorts, ({ id }) => (id === 'd' ? 'complex' : 'simple'))).toEqual([
      { category: 'complex', first: 1, second: 0 },
      { category: 'simple', first: 1, second: 1 },
    ]);
    expect(mixTable({ first: [], second: [] }, () => '')).toEqual([]);
  });
});

interface GoldenComparison {
  comparison: { rmst_difference: { tau: number; ratio_of_medians: number; percent_shorter: number } };
}

for (const { from, data } of sourcesOf<GoldenComparison>('golden_scoring_payback_computed_here')) {
  for (const leukemia of sourcesOf<{ data: [number, 0 | 1, string][] }>('km_leukemia_6mp_freireich')) {
    const { tau, ratio_of_medians, percent_shorter } = data.comparison.rmst_difference;
    const groupOf = (group: string) =>
      leukemia.data.data.flatMap(([exit, event, own], index): CohortMember<'event'>[] =>
        own === group
          ? [
              {
                id: `${index}`,
                entryDay: day('2025-01-01'),
                subject: { exit, cause: event ? 'event' : null },
              },
            ]
          : [],
      );
    const cohorts = { first: groupOf('placebo'), second: groupOf('6-MP') };

    describe(`Two cohorts of ${leukemia.from}, ${from}`, () => {
      it('differ by the ratio of medians, with an interval that has a seed', () => {
        const ratio = ratioOfTimes(cohorts, ['event'], 'event', { seed: 7, replicates: 400 });
        expect(ratio).toMatchObject({ kind: 'ratio-of-times', share: 0.5, first: 8, second: 23 });
        if (ratio.kind === 'unavailable') throw new Error(ratio.reason);
        expect(ratio.ratio).toBeCloseTo(ratio_of_medians, 12);
        const reversed = { first: cohorts.first.toReversed(), second: cohorts.second.toReversed() };
        expect(ratioOfTimes(reversed, ['event'], 'event', { seed: 7, replicates: 400 })).toEqual(ratio);
        // In more than one of twenty resamples 6-MP never reaches its median: no interval for it, but for the quartile.
        expect(ratio.interval).toEqual(unavailable('too-often-undefined'));
      });

      it('give a claim its percent', () => {
        const interval = { kind: 'interval', low: 0.2, high: 0.6, confidence: 0.95 } as const;
        const change = percentChange(ratio_of_medians, interval);
        expect(change.value).toBeCloseTo(-percent_shorter, 10);
        expect([change.interval.low, change.interval.high]).toEqual([-80, -40]);
      });

      it('differ by the ratio of their means and of the time they lost', () => {
        const meanOf = (group: readonly CohortMember[]): RestrictedMean => {
          const curve = kaplanMeier(group.map(({ subject }) => subject));
          const mean = curve.kind === 'survival-curve' ? restrictedMean(curve, tau) : curve;
          if (mean.kind === 'unavailable') throw new Error(mean.reason);
          return mean;
        };
        const [fast, slow] = [meanOf(cohorts.first), meanOf(cohorts.second)];
        // exp(ln(8.4286 / 16.1165) ± 1.96 √(1.60803 / 8.4286² + 1.56640 / 16.1165²)).
        expect(ratioOfMeans(fast, slow)).toMatchObject({
          ratio: expect.closeTo(0.52298, 5),
          interval: { low: expect.closeTo(0.3753, 4), high: expect.closeTo(0.7288, 4) },
        });
        // Lost of 20: 11.5714 against 3.8835.
        expect(ratioOfMeans(timeLost(fast), timeLost(slow))).toMatchObject({
          ratio: expect.closeTo(11.571428 / 3.883473, 5),
          p: expect.closeTo(0.00134, 5),
        });
      });
    });
  }
}

describe('A ratio of times', () => {
  const members = (
    prefix: string,
    exits: readonly number[],
    running: number,
  ): CohortMember<'production'>[] => [
    ...exits.map((exit, index) => ({
      id: `${prefix}${index}`,
      entryDay: day('2025-01-01'),
      subject: { exit, cause: 'production' as const },
    })),
    ...Array.from({ length: running }, (_, index) => ({
      id: `${prefix}r${index}`,
      entryDay: day('2025-01-01'),
      subject: { exit: 400, cause: null },
    })),
  ];

  it('falls back on the first quarter to arrive, and on nothing', () => {
    // Of 10 in either group 4 arrive: the third makes a quarter, 60 against 120 days.
    const cohorts = { first: members('a', [20, 40, 60, 80], 6), second: members('b', [40, 80, 120, 160], 6) };
    expect(ratioOfTimes(cohorts, ['production'], 'production', { seed: 1, replicates: 200 })).toMatchObject({
      share: 0.25,
      first: 60,
      second: 120,
      ratio: 0.5,
    });
    const few = { first: members('a', [20], 9), second: members('b', [40], 9) };
    expect(ratioOfTimes(few, ['production'], 'production', { seed: 1 })).toEqual(unavailable('not-reached'));
  });
});

describe('A ratio of times of which all are alike', () => {
  const at = (name: string, exit: number, entry?: number): CohortMember<'event'>[] =>
    Array.from({ length: 6 }, (_, index) => ({
      id: `${name}${index}`,
      entryDay: day('2025-01-01'),
      subject: { exit, cause: 'event' as const, ...(entry === undefined ? {} : { entry }) },
    }));
  const cohorts = { first: at('a', 60), second: at('b', 120) };
  const ratio = (of: typeof cohorts, options: Partial<Parameters<typeof ratioOfTimes>[3]> = {}) =>
    ratioOfTimes(of, ['event'], 'event', { seed: 1, replicates: 50, ...options });

  it('is that of every resample where all are alike', () => {
    expect(ratio(cohorts, { confidence: 0.8 })).toEqual({
      kind: 'ratio-of-times',
      share: 0.5,
      first: 60,
      second: 120,
      ratio: 0.5,
      interval: { kind: 'interval', low: 0.5, high: 0.5, confidence: 0.8 },
    });
  });

  it('is resampled as often as asked, and often enough by itself', () => {
    expect(() => ratio(cohorts, { replicates: 0 })).toThrow(RangeError);
    expect(ratioOfTimes(cohorts, ['event'], 'event', { seed: 1 })).toMatchObject({
      interval: { confidence: 0.95 },
    });
  });

  it('needs a time above 0 in both groups, whichever of them has none', () => {
    const atOnce = at('c', 0, -1);
    expect(ratio({ first: atOnce, second: cohorts.second })).toEqual(unavailable('not-reached'));
    expect(ratio({ first: cohorts.first, second: atOnce })).toEqual(unavailable('not-reached'));
    expect(ratio({ first: [], second: cohorts.second })).toEqual(unavailable('not-reached'));
  });

  it('begins where as many are at risk as asked', () => {
    const late = { first: at('a', 60, 10), second: at('b', 120, 10) };
    expect(ratio(late, { minAtRiskToStart: 6 })).toMatchObject({ ratio: 0.5 });
    expect(ratio(late, { minAtRiskToStart: 7 })).toEqual(unavailable('not-reached'));
  });
});

describe('Evenness', () => {
  it('of shares is measured on the scale of odds', () => {
    // ln 9 and ln 99 are 2.3979 apart; the standard deviation of two is the difference / √2.
    expect(logitSpread([0.9, 0.99])).toBeCloseTo(Math.log(11) / Math.SQRT2, 12);
    expect(logitSpread([0.9, 1])).toEqual(unavailable('not-inside-0-and-1'));
    expect(logitSpread([0.9])).toEqual(unavailable('fewer-than-two-values'));
  });

  it('can be counted: how many are near their target', () => {
    const at = (value: number) => ({ value, target: 0.8 });
    expect(shareWithin([at(0.76), at(0.84), at(0.85), at(0.75)])).toMatchObject({
      n: 4,
      within: 2,
      share: 0.5,
    });
    expect(shareWithin([at(0.85)], 0.1)).toMatchObject({ within: 1 });
  });

  it('is not moved by one outlier', () => {
    // Median 10, deviations 2, 1, 0, 1, 90: their median is 1.
    expect(robustVariation([8, 9, 10, 11, 100])).toBeCloseTo(0.1, 12);
    expect(robustVariation([-1, 0])).toEqual(unavailable('median-not-positive'));
  });

  it('does not depend on the order of the values', () => {
    const values = fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(values, (all) => {
        const reversed = all.toReversed();
        expect(variation(reversed)).toEqual(variation(all));
        expect(logitSpread(reversed)).toEqual(logitSpread(all));
        expect(robustVariation(reversed)).toEqual(robustVariation(all));
        expect(varianceParts([reversed, [0.5, 0.6]])).toEqual(varianceParts([[0.6, 0.5], all]));
      }),
    );
  });
});
