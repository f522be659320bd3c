import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { type GroupedSubject, logRank, type LogRankTest, type LogRankWeighting } from './log-rank.js';

function testOf(subjects: readonly GroupedSubject[], weighting?: LogRankWeighting): LogRankTest {
  const test = logRank(subjects, weighting);
  if (test.kind === 'unavailable') throw new Error(test.reason);
  return test;
}

interface Sample {
  event: number[];
  censored: number[];
}
interface LogRankCase {
  id: string;
  x?: Sample;
  y?: Sample;
  time?: number[];
  event?: number[];
  group?: number[];
  data?: [number, 0 | 1, string | number][];
  chi2?: number;
  p?: number;
  peto_chi2?: number;
  peto_p?: number;
  computed_here?: { chi2: number; p: number; O: number[]; E: number[] };
}

function subjectsOf({ x, y, time = [], event = [], group = [], data = [] }: LogRankCase): GroupedSubject[] {
  const subject = (exit: number, isEvent: boolean, own: string | number): GroupedSubject => ({
    entry: 0,
    exit,
    cause: isEvent ? 'event' : null,
    group: String(own),
  });
  const sample = (values: Sample | undefined, own: string) => [
    ...(values?.event ?? []).map((exit) => subject(exit, true, own)),
    ...(values?.censored ?? []).map((exit) => subject(exit, false, own)),
  ];
  return [
    ...sample(x, 'x'),
    ...sample(y, 'y'),
    ...time.map((exit, index) => subject(exit, event[index] === 1, group[index] ?? '')),
    ...data.map(([exit, isEvent, own]) => subject(exit, isEvent === 1, own)),
  ];
}

/** As many digits as the source prints. */
const digitsOf = (value: number) => String(value).split('.')[1]?.length ?? 0;

for (const { from, data } of sourcesOf<{ cases: LogRankCase[] }>('logrank_cases')) {
  describe(`Log-rank on ${from}`, () => {
    it.each(data.cases)('$id', (row) => {
      const test = testOf(subjectsOf(row));
      if (row.chi2 !== undefined) expect(test.statistic).toBeCloseTo(row.chi2, digitsOf(row.chi2));
      if (row.p !== undefined) expect(test.p).toBeCloseTo(row.p, digitsOf(row.p));
      if (row.peto_chi2 !== undefined && row.peto_p !== undefined) {
        const peto = testOf(subjectsOf(row), 'peto');
        expect(peto.statistic).toBeCloseTo(row.peto_chi2, digitsOf(row.peto_chi2));
        expect(peto.p).toBeCloseTo(row.peto_p, digitsOf(row.peto_p));
      }
      if (row.computed_here) {
        const { chi2, O, E } = row.computed_here;
        expect(test.statistic).toBeCloseTo(chi2, 9);
        expect(test.groups.map(({ observed }) => observed).sort()).toEqual([...O].sort());
        const [expected, computed] = [test.groups.map(({ expected }) => expected), E].map((all) =>
          all.toSorted((a, b) => a - b),
        );
        for (const [index, value] of expected!.entries()) expect(value).toBeCloseTo(computed![index]!, 9);
      }
    });
  });
}

interface GroupedData {
  data: [number, 0 | 1, string][];
  expected: {
    wilcoxon_gehan_chi2?: number;
    tarone_ware_chi2?: number;
    peto_peto_chi2?: number;
    computed_here: { logrank: { chi2: number; p: number } };
  };
}

for (const name of ['km_aml_miller', 'km_leukemia_6mp_freireich']) {
  for (const { from, data } of sourcesOf<GroupedData>(name)) {
    describe(`Log-rank on ${from}`, () => {
      const subjects = subjectsOf({ id: name, data: data.data });

      it('gives statistic and p', () => {
        const { chi2, p } = data.expected.computed_here.logrank;
        expect(testOf(subjects)).toMatchObject({
          statistic: expect.closeTo(chi2, 9),
          p: expect.closeTo(p, 12),
          degreesOfFreedom: 1,
        });
      });

      it('is not moved by a third group that was censored before anything happened', () => {
        const early = Array.from({ length: 7 }, (): GroupedSubject => ({
          entry: 0,
          exit: 0.5,
          cause: null,
          group: 'early',
        }));
        expect(testOf([...early, ...subjects])).toMatchObject({
          statistic: expect.closeTo(testOf(subjects).statistic, 10),
          degreesOfFreedom: 1,
        });
      });

      it('gives the weighted variants where the source has them', () => {
        const {
          wilcoxon_gehan_chi2: gehan,
          tarone_ware_chi2: taroneWare,
          peto_peto_chi2: peto,
        } = data.expected;
        const printed = { gehan, 'tarone-ware': taroneWare, peto };
        for (const [weighting, chi2] of Object.entries(printed)) {
          if (chi2 !== undefined)
            expect(testOf(subjects, weighting as LogRankWeighting).statistic).toBeCloseTo(chi2, 5);
        }
        expect(Object.values(printed).filter((value) => value !== undefined)).toHaveLength(
          name === 'km_aml_miller' ? 0 : 3,
        );
      });
    });
  }
}

describe('The larger log-rank sets (rossi, waltons, lymphoma)', () => {
  const complete = sourcesOf<{ cases: LogRankCase[] }>('logrank_cases').slice(1);
  it(complete.length > 0 ? 'were checked above' : 'are not beside this checkout and were not checked', () => {
    const ids = complete.flatMap(({ data }) => data.cases.map(({ id }) => id));
    expect(ids).toEqual(
      complete.length > 0 ? expect.arrayContaining(['rossi', 'waltons', 'lymphoma_statsdirect']) : [],
    );
  });
});

describe('Log-rank', () => {
  const subject = (
    group: string,
    exit: number,
    cause: string | null = 'event',
    stratum?: string,
  ): GroupedSubject => ({ entry: 0, exit, cause, group, stratum });

  it('says why it cannot be had', () => {
    expect(logRank([])).toEqual({ kind: 'unavailable', reason: 'fewer-than-two-groups' });
    expect(logRank([subject('a', 1)])).toEqual({ kind: 'unavailable', reason: 'fewer-than-two-groups' });
    expect(logRank([subject('a', 1, null), subject('b', 2, null)])).toEqual({
      kind: 'unavailable',
      reason: 'no-event',
    });
    // b was gone before a's first event: nothing to compare.
    expect(logRank([subject('a', 5), subject('a', 6), subject('b', 2, null)])).toEqual({
      kind: 'unavailable',
      reason: 'no-overlap',
    });
  });

  it('compares within strata only', () => {
    // In each stratum the two groups are alike, but one stratum is slow and mostly b: unstratified they differ.
    const fast = [
      subject('a', 1, 'event', 'fast'),
      subject('a', 2, 'event', 'fast'),
      subject('a', 3, 'event', 'fast'),
      subject('b', 2, 'event', 'fast'),
    ];
    const slow = [
      subject('b', 11, 'event', 'slow'),
      subject('b', 12, 'event', 'slow'),
      subject('b', 13, 'event', 'slow'),
      subject('a', 12, 'event', 'slow'),
    ];
    const together = testOf([...fast, ...slow].map((each) => ({ ...each, stratum: undefined })));
    expect(testOf([...fast, ...slow]).statistic).toBeLessThan(together.statistic / 5);
  });

  it('expects as many events as there are, whatever the groups', () => {
    const subjectArbitrary = fc.record({
      entry: fc.nat(5),
      stay: fc.integer({ min: 1, max: 20 }),
      cause: fc.constantFrom('event', null),
      group: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(subjectArbitrary), (rows) => {
        const test = logRank(rows.map(({ stay, ...rest }) => ({ ...rest, exit: rest.entry + stay })));
        if (test.kind === 'unavailable') return;
        const [observed, expected] = (['observed', 'expected'] as const).map((key) =>
          test.groups.reduce((sum, group) => sum + group[key], 0),
        );
        expect(expected).toBeCloseTo(observed!, 9);
        expect(test.p).toBeGreaterThanOrEqual(0);
        expect(test.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
