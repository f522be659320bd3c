import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fraction, sourcesOf } from '../../fixtures/dataset.js';
import { cumulativeIncidence, type IncidenceCurves } from './cumulative-incidence.js';
import { incidenceAt } from './incidence-figures.js';
import { type IncidenceVariance } from './incidence-variance.js';
import { kaplanMeier } from './kaplan-meier.js';
import { type Subject } from './subject.js';
import { timeGained } from './time-gained.js';

type Cause = 'a' | 'b';

function curvesOf(subjects: readonly Subject<Cause>[], variance: IncidenceVariance): IncidenceCurves<Cause> {
  const curves = cumulativeIncidence(subjects, ['a', 'b'], { minAtRiskToStart: 1, variance });
  if (curves.kind === 'unavailable') throw new Error(curves.reason);
  return curves;
}

interface SasCase {
  data: [number, 0 | 1 | 2][];
  computed_here: { gray_cmprsk_variance_at_4_5: [number, number] };
}

for (const { from, data } of sourcesOf<{ cases: [unknown, SasCase] }>('aj_small_exact')) {
  it(`gives the variance of R cmprsk on ${from}`, () => {
    const [, { data: rows, computed_here: computed }] = data.cases;
    const subjects = rows.map(([exit, cause]) => ({ exit, cause: ([null, 'a', 'b'] as const)[cause] }));
    const curves = curvesOf(subjects, 'gray');
    for (const [index, time] of [4, 5].entries()) {
      expect(incidenceAt(curves, 'b', time).standardError ** 2).toBeCloseTo(
        computed.gray_cmprsk_variance_at_4_5[index]!,
        12,
      );
    }
  });
}

const subjectsArbitrary = fc.array(
  fc
    .record({
      entry: fc.nat(8),
      stay: fc.integer({ min: 1, max: 15 }),
      cause: fc.constantFrom<Cause | null>('a', 'b', null),
      weight: fc.constantFrom(0.5, 1, 1, 2, 3),
    })
    .map(({ stay, ...rest }) => ({ ...rest, exit: rest.entry + stay })),
  { minLength: 1, maxLength: 25 },
);

/** F_a at `time` and its area up to there, from the definition with weights. */
function slowIncidence(subjects: readonly Required<Subject<Cause>>[], time: number) {
  let [survival, incidence, area] = [1, 0, 0];
  for (let t = 1; t <= time; t += 1) {
    area += incidence;
    const weigh = (is: (subject: Required<Subject<Cause>>) => boolean) =>
      subjects.reduce((sum, subject) => sum + (is(subject) ? subject.weight : 0), 0);
    const n = weigh(({ entry, exit }) => entry < t && t <= exit);
    if (n === 0) continue;
    incidence += (survival * weigh(({ exit, cause }) => exit === t && cause === 'a')) / n;
    survival *= 1 - weigh(({ exit, cause }) => exit === t && cause !== null) / n;
  }
  return { incidence, area };
}

/** Σ (w ∂/∂w)² by moving every weight a little up and down. */
function slowJackknife(
  subjects: readonly Required<Subject<Cause>>[],
  figure: (subjects: readonly Required<Subject<Cause>>[]) => number,
): number {
  return subjects.reduce((sum, subject, index) => {
    const moved = (by: number) =>
      figure(subjects.with(index, { ...subject, weight: subject.weight * (1 + by) }));
    return sum + ((moved(1e-5) - moved(-1e-5)) / 2e-5) ** 2;
  }, 0);
}

describe('The infinitesimal jackknife', () => {
  it('is the sum of squared derivatives, with late entries and weights', () => {
    fc.assert(
      fc.property(subjectsArbitrary, fc.integer({ min: 1, max: 23 }), (subjects, time) => {
        const curves = curvesOf(subjects, 'jackknife');
        const at = incidenceAt(curves, 'a', time);
        fc.pre(curves.table.startsAt < time);
        const slow = slowJackknife(subjects, (all) => slowIncidence(all, time).incidence);
        expect(at.incidence).toBeCloseTo(slowIncidence(subjects, time).incidence, 12);
        expect(at.standardError ** 2).toBeCloseTo(slow, 7);
        const gained = timeGained(curves, 'a', time, { beyondLastObservation: 'hold' });
        if (gained.kind === 'unavailable') throw new Error(gained.reason);
        expect(gained.mean).toBeCloseTo(slowIncidence(subjects, time).area, 9);
        expect(gained.standardError ** 2).toBeCloseTo(
          slowJackknife(subjects, (all) => slowIncidence(all, time).area),
          5,
        );
      }),
    );
  });

  it('is the delta method where nobody enters late and all weigh the same', () => {
    fc.assert(
      fc.property(subjectsArbitrary, (late) => {
        const subjects = late.map((subject) => ({ ...subject, entry: -1, weight: 1 }));
        const [jackknife, delta] = [curvesOf(subjects, 'jackknife'), curvesOf(subjects, 'delta')];
        for (const [index, { causes }] of jackknife.steps.entries())
          expect(causes.a.standardError).toBeCloseTo(delta.steps[index]!.causes.a.standardError, 9);
        const [one, other] = [jackknife, delta].map((curves) =>
          timeGained(curves, 'a', curves.table.lastTime),
        );
        if (one!.kind === 'unavailable' || other!.kind === 'unavailable') throw new Error('no area');
        expect(one!.standardError).toBeCloseTo(other!.standardError, 6);
      }),
    );
  });
});

/**
 * Gray's variance with every sum written out: the cause's own events weigh w = S(t−) − R n/(n−d), the others R n/(n−d),
 * each with the hypergeometric variance of its share of those at risk.
 */
function slowGray(subjects: readonly Subject<Cause>[], time: number): number {
  const times = [...new Set(subjects.map(({ exit }) => exit))].filter((t) => t <= time).sort((a, b) => a - b);
  const rows = times.map((t) => ({
    n: subjects.filter(({ exit }) => t <= exit).length,
    own: subjects.filter(({ exit, cause }) => exit === t && cause === 'a').length,
    other: subjects.filter(({ exit, cause }) => exit === t && cause === 'b').length,
  }));
  const survival = (until: number) =>
    rows.slice(0, until).reduce((product, { n, own, other }) => product * (1 - (own + other) / n), 1);
  const incidence = (until: number) =>
    rows.slice(0, until).reduce((sum, { n, own }, at) => sum + (survival(at) * own) / n, 0);
  const share = (n: number, d: number) => (d <= 1 ? d / n ** 2 : (d * (n - d)) / (n ** 2 * (n - 1)));
  return rows.reduce((sum, { n, own, other }, at) => {
    const rest = incidence(rows.length) - incidence(at + 1);
    const pulled = n === own + other ? 0 : (rest * n) / (n - own - other);
    return sum + (survival(at) - pulled) ** 2 * share(n, own) + pulled ** 2 * share(n, other);
  }, 0);
}

describe("Gray's variance", () => {
  it('equals its formula computed the slow way', () => {
    fc.assert(
      fc.property(subjectsArbitrary, fc.integer({ min: 1, max: 23 }), (late, time) => {
        const subjects = late.map(({ exit, cause }) => ({ exit, cause }));
        const { incidence, standardError } = incidenceAt(curvesOf(subjects, 'gray'), 'a', time);
        if (incidence < 1) expect(standardError ** 2).toBeCloseTo(slowGray(subjects, time), 12);
      }),
    );
  });
});

describe('A weight', () => {
  it('that is whole stands for so many alike', () => {
    fc.assert(
      fc.property(subjectsArbitrary, (drawn) => {
        const weighted = drawn.map((subject) => ({ ...subject, weight: Math.ceil(subject.weight) }));
        const alike = weighted.flatMap(({ weight, ...subject }) =>
          Array<typeof subject>(weight).fill(subject),
        );
        const [once, many] = [curvesOf(weighted, 'delta'), curvesOf(alike, 'delta')];
        expect(once.steps).toEqual(many.steps);
        const [curve, ofMany] = [weighted, alike].map((all) => kaplanMeier(all, { minAtRiskToStart: 1 }));
        expect(curve!.kind === 'survival-curve' && curve!.steps).toEqual(
          ofMany!.kind === 'survival-curve' && ofMany!.steps,
        );
      }),
    );
  });

  it('gives the weighted counts and curve of R on delayed entries', () => {
    for (const { data } of sourcesOf<{ cases: { id: string; data: number[][] }[] }>(
      'km_left_truncation_small',
    )) {
      const rows = data.cases.find(({ id }) => id === 'R_test2')!.data;
      const curve = kaplanMeier(
        rows.map(([entry = 0, exit = 0, event, , weight = 1]) => ({
          entry,
          exit,
          cause: event ? 'event' : null,
          weight,
        })),
        { minAtRiskToStart: 1 },
      );
      if (curve.kind === 'unavailable') throw new Error(curve.reason);
      // At risk on day 2: the first and the fifth, 1 + 5; on day 3: 2 + 4 + 5; and so on.
      expect(curve.steps.map(({ atRisk }) => atRisk)).toEqual([6, 11, 27, 24, 26, 40, 19, 10]);
      const expected = ['5/6', '45/66', '1080/1782'].map(fraction);
      for (const [index, survival] of expected.entries())
        expect(curve.steps[index]!.survival).toBeCloseTo(survival, 12);
    }
  });
});

describe('The order of the subjects', () => {
  it.each(['delta', 'gray', 'jackknife'] as const)('never matters, with the %s variance', (variance) => {
    fc.assert(
      fc.property(subjectsArbitrary, (subjects) => {
        const [curves, reversed] = [subjects, subjects.toReversed()].map((all) => curvesOf(all, variance));
        expect(reversed!.steps).toEqual(curves!.steps);
        const areas = [curves!, reversed!].map((all) => timeGained(all, 'a', all.table.lastTime));
        expect(areas[1]).toEqual(areas[0]);
      }),
    );
  });
});
