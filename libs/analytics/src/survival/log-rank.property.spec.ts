import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type GroupedSubject, logRank, type LogRankWeighting } from './log-rank.js';

const groups = ['a', 'b', 'c'];
const subjectsArbitrary = fc.array(
  fc
    .record({
      entry: fc.nat(6),
      stay: fc.integer({ min: 1, max: 12 }),
      cause: fc.constantFrom('event', 'event', null),
      group: fc.constantFrom(...groups),
      stratum: fc.constantFrom('x', 'y', undefined),
    })
    .map(({ stay, ...rest }) => ({ ...rest, exit: rest.entry + stay })),
  { maxLength: 30 },
);

type Drawn = Required<Pick<GroupedSubject, 'entry'>> & GroupedSubject;
type WeightOf = (n: number, survivalBefore: number, petoSurvival: number) => number;
const weightings: readonly (readonly [LogRankWeighting, WeightOf])[] = [
  ['log-rank', () => 1],
  ['gehan', (n) => n],
  ['tarone-ware', (n) => Math.sqrt(n)],
  ['peto', (_n, _survival, peto) => peto],
  [{ rho: 1 }, (_n, survival) => survival],
  [{ rho: 0.5, gamma: 2 }, (_n, survival) => Math.sqrt(survival) * (1 - survival) ** 2],
  [{ rho: 0, gamma: 0 }, () => 1],
];

/** U and V by strata and times, and χ² by Cramer's rule over the most groups whose V can be inverted. */
function slowTest(subjects: readonly Drawn[], weightOf: WeightOf) {
  const score = [0, 0, 0];
  const variance = groups.map(() => [0, 0, 0]);
  for (const stratum of ['x', 'y', undefined]) {
    const own = subjects.filter((subject) => subject.stratum === stratum);
    let [survival, peto] = [1, 1];
    for (let t = 1; t <= 18; t += 1) {
      const atRisk = own.filter(({ entry, exit }) => entry < t && t <= exit);
      const leaving = atRisk.filter(({ exit, cause }) => exit === t && cause !== null);
      const [n, d] = [atRisk.length, leaving.length];
      if (d === 0) continue;
      peto *= 1 - d / (n + 1);
      const weight = weightOf(n, survival, peto);
      survival *= 1 - d / n;
      const of = (all: readonly Drawn[], group: string) => all.filter((one) => one.group === group).length;
      groups.forEach((i, row) => {
        score[row]! += weight * (of(leaving, i) - (d * of(atRisk, i)) / n);
        groups.forEach((j, column) => {
          if (n === 1) return;
          const same = i === j ? of(atRisk, i) / n : 0;
          variance[row]![column]! +=
            (weight ** 2 * d * (n - d) * (same - (of(atRisk, i) * of(atRisk, j)) / n ** 2)) / (n - 1);
        });
      });
    }
  }
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ].map(([i, j]) => {
    const [a, b, d] = [variance[i!]![i!]!, variance[i!]![j!]!, variance[j!]![j!]!];
    const [u, v] = [score[i!]!, score[j!]!];
    return {
      determinant: a * d - b * b,
      scale: a * d,
      chi2: (u * u * d - 2 * u * v * b + v * v * a) / (a * d - b * b),
    };
  });
  const pair = pairs.find(({ determinant, scale }) => determinant > 1e-7 * scale);
  if (pair) return { statistic: pair.chi2, degreesOfFreedom: 2 };
  const single = [0, 1, 2].find((i) => variance[i]![i]! > 1e-9);
  return single === undefined
    ? null
    : { statistic: score[single]! ** 2 / variance[single]![single]!, degreesOfFreedom: 1 };
}

describe('Log-rank always', () => {
  it.each(weightings)('equals its formula computed the slow way, weighted by %j', (weighting, weightOf) => {
    fc.assert(
      fc.property(subjectsArbitrary, (subjects) => {
        const test = logRank(subjects, weighting);
        const slow = slowTest(subjects, weightOf);
        if (test.kind === 'unavailable') expect(slow).toBeNull();
        else
          expect(test).toMatchObject({
            degreesOfFreedom: slow?.degreesOfFreedom,
            statistic: expect.closeTo(slow!.statistic, 6),
          });
      }),
    );
  });

  it('is not moved by a group that was censored before anything happened', () => {
    fc.assert(
      fc.property(subjectsArbitrary, fc.integer({ min: 1, max: 9 }), (subjects, count) => {
        const early = Array.from({ length: count }, (): GroupedSubject => ({
          exit: 0.5,
          cause: null,
          group: 'early',
        }));
        const [test, withEarly] = [logRank(subjects), logRank([...early, ...subjects])];
        if (test.kind === 'unavailable') expect(withEarly.kind).toBe('unavailable');
        else
          expect(withEarly).toMatchObject({
            degreesOfFreedom: test.degreesOfFreedom,
            statistic: expect.closeTo(test.statistic, 9),
          });
      }),
    );
  });

  it('does not depend on the order of the subjects', () => {
    fc.assert(
      fc.property(subjectsArbitrary, (subjects) => {
        expect(logRank(subjects.toReversed(), 'peto')).toEqual(logRank(subjects, 'peto'));
      }),
    );
  });
});

describe('Groups that are alone when something happens', () => {
  const subject = (group: string, exit: number, stratum = ''): GroupedSubject => ({
    exit,
    cause: 'event',
    group,
    stratum,
  });

  it('leave the comparison of the others as it is', () => {
    const two = [subject('a', 1), subject('a', 3), subject('b', 2), subject('b', 4)];
    const test = logRank(two);
    // c is alone in its stratum; d alone at risk once all others are gone.
    expect(logRank([...two, subject('c', 1, 'own'), subject('c', 2, 'own')])).toMatchObject({
      statistic: test.kind === 'test' && expect.closeTo(test.statistic, 12),
      degreesOfFreedom: 1,
    });
    const late = [7, 8, 9].map((exit) => ({ ...subject('d', exit), entry: 5 }));
    expect(logRank([...two, ...late])).toMatchObject({
      statistic: test.kind === 'test' && expect.closeTo(test.statistic, 12),
      degreesOfFreedom: 1,
    });
  });
});
