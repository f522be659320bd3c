import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentOf } from '../common/fraction.js';
import { type Answer, type Answers, type ScoringScheme } from './answer.js';
import { scoreByOrigin } from './origin.js';
import { scoreAssessment } from './score.js';

const scheme: ScoringScheme = {
  dimensions: ['A', 'B', 'C'].map((key) => ({ key, weight: 1 })),
  questions: ['A', 'B', 'C'].flatMap((dimension) =>
    [1, 2].map((number) => ({ key: `${dimension}${number}`, dimension, weight: 1 })),
  ),
};

describe('Own and inherited answers', () => {
  it('are scored apart, each as if there were no others', () => {
    // Own A1 Yes, B1 No: (100 + 0) / 2. Inherited A2 Partial, C1 Yes, C2 No: (50 + 50) / 2; B has none of them.
    const answers: Answers = new Map<string, Answer>([
      ['A1', 'YES'],
      ['A2', 'PARTIAL'],
      ['B1', 'NO'],
      ['B2', 'NOT_APPLICABLE'],
      ['C1', 'YES'],
      ['C2', 'NO'],
    ]);
    const { own, inherited } = scoreByOrigin(scheme, answers, new Set(['A2', 'C1', 'C2']));
    expect(percentOf(own.overall.score!)).toBe(50);
    expect(own.overall.counts).toMatchObject({ yes: 1, no: 1, notApplicable: 1, answered: 2 });
    expect(percentOf(inherited.overall.score!)).toBe(50);
    expect(inherited.overall.counts).toMatchObject({ yes: 1, partial: 1, no: 1, answered: 3 });
    expect(own.dimensions[2]).toMatchObject({ score: null, bounds: null, counts: { applicable: 0 } });
  });

  it('add up to the assessment in their counts, and are the assessment where one of them has all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Answer | null>('YES', 'PARTIAL', 'NO', 'NOT_APPLICABLE', null), {
          minLength: 6,
          maxLength: 6,
        }),
        fc.subarray(scheme.questions.map(({ key }) => key)),
        (given, inheritedKeys) => {
          const answers: Answers = new Map(scheme.questions.map(({ key }, index) => [key, given[index]!]));
          const whole = scoreAssessment(scheme, answers);
          const { own, inherited } = scoreByOrigin(scheme, answers, new Set(inheritedKeys));
          for (const kind of ['yes', 'partial', 'no', 'notApplicable', 'unanswered'] as const) {
            expect(own.overall.counts[kind] + inherited.overall.counts[kind]).toBe(
              whole.overall.counts[kind],
            );
          }
          expect(scoreByOrigin(scheme, answers, new Set()).own).toEqual(whole);
        },
      ),
    );
  });
});
