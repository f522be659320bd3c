import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Fraction, percentOf } from '../common/fraction.js';
import { type Answer, type Answers, type ScoringScheme } from './answer.js';
import { isAboutTheSame, largestAnswerStep } from './resolution.js';
import { scoreAssessment } from './score.js';

const schemeOf = (weights: number[], questionWeights: number[][]): ScoringScheme => ({
  dimensions: weights.map((weight, index) => ({ key: `D${index}`, weight })),
  questions: questionWeights.flatMap((own, index) =>
    own.map((weight, number) => ({ key: `D${index}.${number}`, dimension: `D${index}`, weight })),
  ),
});
const fifteen = schemeOf(
  [20, 20, 20, 20, 20],
  [0, 1, 2, 3, 4].map(() => [1, 1, 1]),
);
const all = (scheme: ScoringScheme, answer: Answer, but: Record<string, Answer> = {}): Answers =>
  new Map(scheme.questions.map(({ key }) => [key, but[key] ?? answer]));
const scoreOf = (scheme: ScoringScheme, answers: Answers): Fraction => {
  const { score } = scoreAssessment(scheme, answers).overall;
  if (!score) throw new Error('no overall score');
  return score;
};
const stepOf = (scheme: ScoringScheme, answers: Answers): Fraction => {
  const step = largestAnswerStep(scheme, answers);
  if ('kind' in step) throw new Error(step.reason);
  return step;
};

describe('One answer step', () => {
  it('is 3.33 points with 15 questions of equal weight, and 10 where one question is all of a dimension', () => {
    expect(stepOf(fifteen, all(fifteen, 'YES'))).toEqual({ numerator: 48, denominator: 1440 });
    const alone = { 'D4.0': 'NOT_APPLICABLE', 'D4.1': 'NOT_APPLICABLE' } as const;
    expect(percentOf(stepOf(fifteen, all(fifteen, 'NO', alone)))).toBe(10);
  });

  it('is about the same, also where 160/3 − 50 is more than 10/3 in binary digits, and one unit more is not', () => {
    const step = stepOf(fifteen, all(fifteen, 'YES'));
    const score = (numerator: number): Fraction => ({ numerator, denominator: 1440 });
    expect(160 / 3 - 50 > 10 / 3).toBe(true);
    expect(isAboutTheSame(score(720), score(768), step)).toBe(true);
    expect(isAboutTheSame(score(768), score(720), step)).toBe(true);
    expect(isAboutTheSame(score(720), score(769), step)).toBe(false);
    expect(
      isAboutTheSame(score(720), { numerator: 1, denominator: 2 }, { numerator: 0, denominator: 1 }),
    ).toBe(true);
  });

  it('has no size without an overall score', () => {
    const none = { kind: 'unavailable', reason: 'no-overall-score' };
    expect(largestAnswerStep(fifteen, new Map([['D0.0', 'YES']]))).toEqual(none);
    expect(largestAnswerStep({ dimensions: [], questions: [] }, new Map())).toEqual(none);
  });

  const schemeArbitrary = fc
    .array(
      fc.record({
        weight: fc.integer({ min: 1, max: 25 }),
        questions: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((dimensions) =>
      schemeOf(
        dimensions.map(({ weight }) => weight),
        dimensions.map(({ questions }) => questions),
      ),
    );
  const roundArbitrary = schemeArbitrary.chain((scheme) =>
    fc
      .array(fc.constantFrom<Answer>('YES', 'PARTIAL', 'NO', 'NOT_APPLICABLE'), {
        minLength: scheme.questions.length,
        maxLength: scheme.questions.length,
      })
      .map((given) => ({
        scheme,
        answers: new Map(scheme.questions.map(({ key }, index) => [key, given[index]!])) as Answers,
      })),
  );

  it('moves scores that equal the definition in floating point, whatever the weights', () => {
    const worth = { YES: 1, PARTIAL: 0.5, NO: 0 };
    fc.assert(
      fc.property(roundArbitrary, ({ scheme, answers }) => {
        let [sum, weights] = [0, 0];
        for (const { key, weight } of scheme.dimensions) {
          let [points, answered] = [0, 0];
          for (const question of scheme.questions.filter(({ dimension }) => dimension === key)) {
            const answer = answers.get(question.key);
            if (!answer || answer === 'NOT_APPLICABLE') continue;
            points += question.weight * worth[answer];
            answered += question.weight;
          }
          if (answered > 0) [sum, weights] = [sum + (weight * points) / answered, weights + weight];
        }
        const { score, bounds } = scoreAssessment(scheme, answers).overall;
        if (weights === 0) expect(score).toBeNull();
        else expect(percentOf(score!)).toBeCloseTo((100 * sum) / weights, 6);
        if (score) expect(bounds).toEqual({ low: score, high: score });
      }),
    );
  });

  it('is the greatest that any single answer makes, and every such step is about the same', () => {
    fc.assert(
      fc.property(roundArbitrary, ({ scheme, answers }) => {
        if (scheme.questions.every(({ key }) => answers.get(key) === 'NOT_APPLICABLE')) return;
        const step = stepOf(scheme, answers);
        const before = scoreOf(scheme, answers);
        const moves = scheme.questions.flatMap(({ key }) => {
          const answer = answers.get(key);
          if (answer === 'NOT_APPLICABLE') return [];
          const moved: Answer = answer === 'PARTIAL' ? 'YES' : 'PARTIAL';
          const after = scoreOf(scheme, new Map([...answers, [key, moved]]));
          expect(isAboutTheSame(before, after, step)).toBe(true);
          return [Math.abs(percentOf(after) - percentOf(before))];
        });
        expect(Math.max(...moves)).toBeCloseTo(percentOf(step), 6);
      }),
    );
  });
});
