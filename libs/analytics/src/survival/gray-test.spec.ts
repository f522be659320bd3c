import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { cumulativeIncidence } from './cumulative-incidence.js';
import { grayTest } from './gray-test.js';
import { incidenceAt } from './incidence-figures.js';
import { type GroupedSubject, logRank } from './log-rank.js';

type Cause = '1' | '2';
type ByCause = Record<Cause, number[]>;
interface ThreeGroups {
  data: [number, 0 | 1 | 2, string, number][];
  expected: {
    tests: Record<Cause, { stat: number; pv: number; df: number }>;
    est: Record<string, ByCause>;
    var: Record<string, ByCause>;
  };
}

for (const { from, data } of sourcesOf<ThreeGroups>('aj_cmprsk_three_groups')) {
  describe(`R cmprsk on ${from}`, () => {
    const subjects = data.data.map(([exit, cause, group, stratum]): GroupedSubject<Cause> => ({
      exit,
      cause: ([null, '1', '2'] as const)[cause],
      group,
      stratum: String(stratum),
    }));

    it.each(['1', '2'] as const)('gives the statistic and p of cause %s', (cause) => {
      const { stat, pv, df } = data.expected.tests[cause];
      expect(grayTest(subjects, cause)).toMatchObject({
        statistic: expect.closeTo(stat, 6),
        p: expect.closeTo(pv, 7),
        degreesOfFreedom: df,
      });
    });

    it.each(['a', 'b', 'c', 'all'])('gives estimates and variances of group %s', (group) => {
      const own = subjects.filter((subject) => group === 'all' || subject.group === group);
      const curves = cumulativeIncidence(own, ['1', '2'], { variance: 'gray' });
      if (curves.kind === 'unavailable') throw new Error(curves.reason);
      for (const cause of ['1', '2'] as const) {
        const [estimates, variances] = [data.expected.est[group]![cause], data.expected.var[group]![cause]];
        for (const [index, estimate] of estimates.entries()) {
          const at = incidenceAt(curves, cause, index + 1);
          expect(at.incidence).toBeCloseTo(estimate, 7);
          expect(at.standardError ** 2).toBeCloseTo(variances[index]!, 8);
        }
      }
    });
  });
}

const subjectsArbitrary = fc.array(
  fc.record({
    exit: fc.integer({ min: 1, max: 15 }),
    cause: fc.constantFrom<Cause | null>('1', '2', null),
    group: fc.constantFrom('a', 'b', 'c'),
    stratum: fc.constantFrom('x', 'y'),
  }),
  { maxLength: 40 },
);

describe("Gray's test", () => {
  it('says why it cannot be had', () => {
    const one: GroupedSubject<Cause> = { exit: 1, cause: '1', group: 'a' };
    const reason = (subjects: readonly GroupedSubject<Cause>[]) => {
      const test = grayTest(subjects, '1');
      return test.kind === 'unavailable' ? test.reason : null;
    };
    expect(reason([])).toBe('fewer-than-two-groups');
    expect(reason([one])).toBe('fewer-than-two-groups');
    expect(
      reason([
        { ...one, cause: '2' },
        { ...one, group: 'b', cause: '2' },
      ]),
    ).toBe('no-event');
    expect(reason([one, { ...one, group: 'b', entry: 0.5 }])).toBe('delayed-entry');
    expect(reason([one, { ...one, group: 'b', stratum: 'alone' }])).toBe('no-overlap');
  });

  it('is a number whatever the subjects, and does not depend on their order', () => {
    fc.assert(
      fc.property(subjectsArbitrary, fc.constantFrom(0, 1, 0.5), (subjects, rho) => {
        const test = grayTest(subjects, '1', { rho });
        expect(grayTest(subjects.toReversed(), '1', { rho })).toEqual(test);
        if (test.kind === 'unavailable') return;
        expect(test.p).toBeGreaterThanOrEqual(0);
        expect(test.p).toBeLessThanOrEqual(1);
        const [observed, expected] = (['observed', 'expected'] as const).map((key) =>
          test.groups.reduce((sum, group) => sum + group[key], 0),
        );
        expect(expected).toBeCloseTo(observed!, 9);
      }),
    );
  });

  it('finds no difference between groups that are alike', () => {
    fc.assert(
      fc.property(subjectsArbitrary, (drawn) => {
        const twins = ['a', 'b'].flatMap((group) => drawn.map((subject) => ({ ...subject, group })));
        const test = grayTest(twins, '1');
        if (test.kind === 'test') expect(test.statistic).toBeCloseTo(0, 12);
      }),
    );
  });

  it('expects what the log-rank test expects where nothing competes', () => {
    fc.assert(
      fc.property(subjectsArbitrary, (drawn) => {
        const subjects = drawn.map((subject) => ({ ...subject, cause: subject.cause && ('1' as const) }));
        const [gray, plain] = [grayTest(subjects, '1'), logRank(subjects)];
        if (gray.kind === 'unavailable' || plain.kind === 'unavailable') return;
        for (const [index, { expected }] of gray.groups.entries())
          expect(expected).toBeCloseTo(plain.groups[index]!.expected, 9);
      }),
    );
  });
});
