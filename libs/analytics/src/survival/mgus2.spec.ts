import { describe, expect, it } from '@jest/globals';
import { sourcesOf } from '../../fixtures/dataset.js';
import { cumulativeIncidence } from './cumulative-incidence.js';
import { incidenceAt } from './incidence-figures.js';
import { kaplanMeier, survivalAt } from './kaplan-meier.js';
import { restrictedMean } from './restricted-mean.js';
import { timeGained } from './time-gained.js';

interface Mgus2 {
  etime: number[];
  cause: (0 | 1 | 2)[];
  sex: string;
  expected: {
    computed_here: {
      years_of_first_20: Record<'F' | 'M', [number, number, number]>;
      cif_pcm_at_120_240: Record<'F' | 'M', [number, number]>;
      one_minus_KM_pcm_at_120_240: Record<'F' | 'M', [number, number]>;
      cif_death_at_240: Record<'F' | 'M', number>;
    };
  };
}

const sources = sourcesOf<Mgus2>('aj_mgus2_1minusKM_trap');

for (const { from, data } of sources)
  describe(`1384 subjects with two competing causes, ${from}`, () => {
    const { expected } = data;
    it.each(['F', 'M'] as const)(
      'gives both incidences, the wrong 1 - Kaplan-Meier and the years in each state for %s',
      (sex) => {
        const subjects = data.etime.flatMap((exit, index) =>
          data.sex[index] === sex
            ? [{ entry: 0, exit, cause: ([null, 'pcm', 'death'] as const)[data.cause[index]!] }]
            : [],
        );
        const curves = cumulativeIncidence(subjects, ['pcm', 'death']);
        const wrong = kaplanMeier(
          subjects.map((subject) => ({ ...subject, cause: subject.cause === 'pcm' ? 'pcm' : null })),
        );
        const all = kaplanMeier(subjects);
        if (curves.kind === 'unavailable' || wrong.kind === 'unavailable' || all.kind === 'unavailable')
          throw new Error('nobody');
        const { cif_pcm_at_120_240, one_minus_KM_pcm_at_120_240, cif_death_at_240, years_of_first_20 } =
          expected.computed_here;
        for (const [index, month] of [120, 240].entries()) {
          expect(incidenceAt(curves, 'pcm', month).incidence).toBeCloseTo(cif_pcm_at_120_240[sex][index]!, 4);
          expect(1 - survivalAt(wrong, month).survival).toBeCloseTo(
            one_minus_KM_pcm_at_120_240[sex][index]!,
            4,
          );
        }
        expect(incidenceAt(curves, 'death', 240).incidence).toBeCloseTo(cif_death_at_240[sex], 4);
        const years = [
          restrictedMean(all, 240),
          timeGained(curves, 'pcm', 240),
          timeGained(curves, 'death', 240),
        ];
        for (const [index, area] of years.entries()) {
          expect(area.kind === 'unavailable' ? null : area.mean / 12).toBeCloseTo(
            years_of_first_20[sex][index]!,
            2,
          );
        }
      },
    );
  });

describe('The set of 1384 subjects', () => {
  it(sources.length > 0 ? 'was checked above' : 'is not beside this checkout and was not checked', () => {
    expect(sources.length).toBeLessThanOrEqual(1);
  });
});
