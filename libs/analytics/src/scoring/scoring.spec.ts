import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { type Fraction, percentOf } from '../common/fraction.js';
import { type Answer, type Answers, type ScoringScheme } from './answer.js';
import { gateView, isReady } from './gate.js';
import { coverageOf, readScore, weakestDimension } from './reading.js';
import { scoreScale } from './scale.js';
import { scoreAssessment } from './score.js';
import { orderFlips, sensitivity } from './sensitivity.js';

const scheme: ScoringScheme = {
  dimensions: ['A', 'B', 'C', 'D', 'E'].map((key) => ({ key, weight: 20 })),
  questions: ['A', 'B', 'C', 'D', 'E'].flatMap((dimension) =>
    [1, 2, 3].map((number) => ({ key: `${dimension}${number}`, dimension, weight: 1 })),
  ),
};

const ANSWERS = { Y: 'YES', P: 'PARTIAL', N: 'NO', NA: 'NOT_APPLICABLE' } as const;
type Short = keyof typeof ANSWERS | null;

const answersOf = (byDimension: Record<string, Short[]>): Answers =>
  new Map(
    Object.entries(byDimension).flatMap(([dimension, answers]) =>
      answers.map((answer, index): [string, Answer | null] => [
        `${dimension}${index + 1}`,
        answer && ANSWERS[answer],
      ]),
    ),
  );

const percent = (score: Fraction | null | undefined) => (score ? percentOf(score) : null);

interface GoldenScoring {
  scoring: {
    cases: Record<
      string,
      {
        answers: Record<string, Short[]>;
        expected: {
          dimension: Record<string, number | null>;
          overall_average_of_dimensions: number;
          overall_flat_mean: number;
          weakest_dimension: number;
          coverage: number;
          bounds_if_unanswered_no_yes: [number, number];
        };
      }
    >;
  };
}

for (const { from, data } of sourcesOf<GoldenScoring>('golden_scoring_payback_computed_here')) {
  describe(`Scores on ${from}`, () => {
    it.each(Object.entries(data.scoring.cases))('%s', (_, { answers, expected }) => {
      const scores = scoreAssessment(scheme, answersOf(answers));
      for (const { dimension, score } of scores.dimensions) {
        const own = expected.dimension[dimension];
        if (own == null) expect(score).toBeNull();
        else expect(percent(score)).toBeCloseTo(own, 4);
      }
      expect(percent(scores.overall.score)).toBeCloseTo(expected.overall_average_of_dimensions, 4);
      expect(percent(scores.overall.bounds?.low)).toBeCloseTo(expected.bounds_if_unanswered_no_yes[0], 4);
      expect(percent(scores.overall.bounds?.high)).toBeCloseTo(expected.bounds_if_unanswered_no_yes[1], 4);
      expect(coverageOf(scores.overall.counts)).toBeCloseTo(expected.coverage, 6);
      // The mean over answers is another figure as soon as one question does not apply.
      const { yes, partial, answered } = scores.overall.counts;
      expect((100 * (yes + partial / 2)) / answered).toBeCloseTo(expected.overall_flat_mean, 4);
      const weakest = weakestDimension(scores);
      expect(weakest.kind === 'weakest' && percent(weakest.score)).toBeCloseTo(expected.weakest_dimension, 4);
    });
  });
}

describe('Scores', () => {
  it('are integers over one denominator: 4 · lcm(1, 2, 3) · lcm(1, 2, 3, 4, 5)', () => {
    expect(
      scoreScale({ ...scheme, dimensions: scheme.dimensions.map(({ key }) => ({ key, weight: 1 })) }),
    ).toEqual({
      kind: 'scale',
      denominator: 1440,
      isExact: true,
    });
    // Yes, Partial, No: 1.5 of 3 answers. Half of 1440.
    const { dimensions } = scoreAssessment(scheme, answersOf({ A: ['Y', 'P', 'N'] }));
    expect(dimensions[0]?.score).toEqual({ numerator: 720, denominator: 1440 });
  });

  it('average dimensions, not answers', () => {
    // A: 1 of 1 = 100 (two do not apply); B: 0 of 3 = 0. Average 50, while 1 of 4 answers would be 25.
    const two = { dimensions: scheme.dimensions.slice(0, 2), questions: scheme.questions.slice(0, 6) };
    const { overall } = scoreAssessment(two, answersOf({ A: ['Y', 'NA', 'NA'], B: ['N', 'N', 'N'] }));
    expect(percent(overall.score)).toBe(50);
  });

  it('have no overall number while a dimension has no answer, but bounds', () => {
    // A 100, B to E unanswered: low 100 / 5 = 20, high 100.
    const { overall, dimensions } = scoreAssessment(scheme, answersOf({ A: ['Y', 'Y', 'Y'] }));
    expect(overall.score).toBeNull();
    expect([percent(overall.bounds?.low), percent(overall.bounds?.high)]).toEqual([20, 100]);
    expect(readScore(overall).kind).toBe('too-few-answers');
    expect(readScore(dimensions[0]!)).toMatchObject({ kind: 'scored', emphasis: 'full' });
    expect(readScore(dimensions[1]!).kind).toBe('too-few-answers');
  });

  it('weigh questions within and dimensions across', () => {
    const weighted: ScoringScheme = {
      dimensions: [
        { key: 'A', weight: 3 },
        { key: 'B', weight: 1 },
      ],
      questions: [
        { key: 'A1', dimension: 'A', weight: 2 },
        { key: 'A2', dimension: 'A', weight: 1 },
        { key: 'B1', dimension: 'B', weight: 1 },
      ],
    };
    // A: (2 · 1 + 1 · 0) / 3 = 2/3. B: 1/2. Overall (3 · 2/3 + 1/2) / 4 = 2.5 / 4 = 62.5 %.
    const { overall } = scoreAssessment(
      weighted,
      new Map([
        ['A1', 'YES'],
        ['A2', 'NO'],
        ['B1', 'PARTIAL'],
      ]),
    );
    expect(percent(overall.score)).toBe(62.5);
  });

  it('turn grey below 80 % coverage and vanish below 60 %', () => {
    const kindsAt = (unanswered: number) => {
      const answers = new Map(
        scheme.questions.map(({ key }, index) => [
          key,
          index % 3 !== 0 && index < unanswered * 3 && index % 3 === 1 ? null : ('YES' as const),
        ]),
      );
      return readScore(scoreAssessment(scheme, answers).overall);
    };
    expect(kindsAt(3)).toMatchObject({
      kind: 'scored',
      emphasis: 'full',
      counts: { answered: 12, applicable: 15 },
    });
    expect(kindsAt(4)).toMatchObject({ kind: 'scored', emphasis: 'grey', counts: { answered: 11 } });
    const six = new Map(
      scheme.questions.map(({ key }, index) => [
        key,
        index % 3 === 0 || index > 12 ? ('YES' as const) : null,
      ]),
    );
    expect(readScore(scoreAssessment(scheme, six).overall)).toMatchObject({
      kind: 'too-few-answers',
      counts: { answered: 7 },
    });
  });

  it('say so when no question applies, and when there is none', () => {
    const none = new Map(scheme.questions.map(({ key }) => [key, 'NOT_APPLICABLE' as const]));
    const { overall } = scoreAssessment(scheme, none);
    expect(readScore(overall)).toMatchObject({
      kind: 'no-applicable-question',
      counts: { notApplicable: 15, applicable: 0 },
    });
    expect(coverageOf(overall.counts)).toEqual({ kind: 'unavailable', reason: 'no-applicable-question' });
    expect(weakestDimension(scoreAssessment(scheme, none))).toEqual({
      kind: 'unavailable',
      reason: 'no-answer',
    });
    for (const empty of [
      { dimensions: [], questions: [] },
      { dimensions: scheme.dimensions, questions: [] },
      { dimensions: [], questions: scheme.questions },
    ]) {
      expect(scoreScale(empty)).toEqual({ kind: 'unavailable', reason: 'no-question' });
      const scores = scoreAssessment(empty, none);
      expect(readScore(scores.overall).kind).toBe('no-applicable-question');
      expect(scores.dimensions.every(({ score, bounds }) => score === null && bounds === null)).toBe(true);
      expect(sensitivity(empty, none)).toEqual({ kind: 'unavailable', reason: 'no-overall-score' });
    }
  });

  it('are rounded once where no 32-bit denominator fits every score', () => {
    const dimensions = [25, 22, 20, 18, 15].map((weight, index) => ({ key: 'ABCDE'[index]!, weight }));
    const uneven = { ...scheme, dimensions };
    expect(scoreScale(uneven)).toEqual({ kind: 'scale', denominator: 1_862_340_480, isExact: false });
    // A 1/2 and C to E 0, B not applicable: 12.5 of 78, which 1,862,340,480 cannot hold exactly.
    const answers = answersOf({ A: ['P', 'P', 'P'], B: ['NA', 'NA', 'NA'], C: ['N'], D: ['N'], E: ['N'] });
    const { overall } = scoreAssessment(uneven, answers);
    expect(Number.isInteger(overall.score?.numerator)).toBe(true);
    expect(percent(overall.score)).toBeCloseTo(1250 / 78, 7);
    // Thirty questions of one dimension: 1 of 29 answered Yes.
    const thirty = Array.from({ length: 30 }, (_, index) => ({
      key: `A${index}`,
      dimension: 'A',
      weight: 1,
    }));
    const long = { dimensions: scheme.dimensions.slice(0, 1), questions: thirty };
    expect(scoreScale(long)).toMatchObject({ isExact: false });
    const one = new Map(thirty.slice(0, 29).map(({ key }, index) => [key, index ? 'NO' : 'YES'] as const));
    expect(percent(scoreAssessment(long, one).overall.score)).toBeCloseTo(100 / 29, 7);
  });

  it('refuse a weight that is no whole number from 1 to 1000', () => {
    for (const weight of [0.5, 0, -1, 1001, NaN]) {
      const bad = {
        dimensions: [{ key: 'A', weight: 1 }],
        questions: [{ key: 'A1', dimension: 'A', weight }],
      };
      expect(scoreScale(bad)).toEqual({ kind: 'unavailable', reason: 'bad-weight' });
      expect(() => scoreAssessment(bad, new Map())).toThrow(RangeError);
    }
  });

  it('look for an exact denominator in a scheme of thousands of questions without trying every sum', () => {
    const questions = Array.from({ length: 5_000 }, (_, index) => ({
      key: `A${index}`,
      dimension: 'A',
      weight: 1 + (index % 1000),
    }));
    const { score } = scoreAssessment(
      { dimensions: [{ key: 'A', weight: 1 }], questions },
      new Map(questions.map(({ key }) => [key, 'PARTIAL'])),
    ).overall;
    expect(percent(score)).toBe(50);
  });
});

describe('Sensitivity to what a Partial is worth', () => {
  it('recomputes with a quarter and three quarters, and sees an order flip', () => {
    const allPartial = answersOf(Object.fromEntries('ABCDE'.split('').map((key) => [key, ['P', 'P', 'P']])));
    const halfYes = answersOf(
      Object.fromEntries(
        'ABCDE'.split('').map((key, index) => [key, index < 3 ? ['Y', 'Y', 'N'] : ['N', 'N', 'Y']]),
      ),
    );
    const partial = sensitivity(scheme, allPartial);
    // Yes-or-No answers stay where they are: 3 · 2/3 + 2 · 1/3 over 5 = 53.3 %.
    const fixed = sensitivity(scheme, halfYes);
    if (partial.kind !== 'sensitivity' || fixed.kind !== 'sensitivity') throw new Error('no score');
    expect([partial.quarter, partial.half, partial.threeQuarters].map(percentOf)).toEqual([25, 50, 75]);
    expect(percentOf(fixed.quarter)).toBeCloseTo(160 / 3, 10);
    expect(orderFlips(partial, fixed)).toBe(true);
    expect(orderFlips(partial, partial)).toBe(false);
    expect(sensitivity(scheme, new Map())).toEqual({ kind: 'unavailable', reason: 'no-overall-score' });
  });
});

describe('Gate view', () => {
  const requirements = [
    { key: 'A1', minimum: 'YES' as const },
    { key: 'A2', minimum: 'PARTIAL' as const },
    { key: 'A3', minimum: 'NO' as const },
    { key: 'B1', minimum: 'YES' as const },
  ];

  it('names what blocks, and leaves out what does not apply', () => {
    const answers: Answers = new Map([
      ['A1', 'PARTIAL'],
      ['A2', 'YES'],
      ['B1', 'NOT_APPLICABLE'],
    ]);
    expect(gateView(requirements, answers)).toEqual({
      kind: 'gate',
      met: 2,
      of: 3,
      blocking: [{ key: 'A1', have: 'PARTIAL', need: 'YES' }],
    });
  });

  it('blocks on a missing answer wherever something is asked', () => {
    expect(gateView(requirements, new Map())).toMatchObject({
      met: 1,
      of: 4,
      blocking: [{ key: 'A1', have: null }, { key: 'A2' }, { key: 'B1' }],
    });
  });

  it('is ready when nothing blocks, and never without an applicable question', () => {
    expect(
      isReady(
        gateView(
          requirements,
          new Map([
            ['A1', 'YES'],
            ['A2', 'PARTIAL'],
            ['B1', 'YES'],
          ]),
        ),
      ),
    ).toBe(true);
    expect(isReady(gateView([], new Map()))).toBe(false);
  });
});

const answerArbitrary = fc.constantFrom<Answer | null>('YES', 'PARTIAL', 'NO', 'NOT_APPLICABLE', null);
const answersArbitrary = fc
  .array(answerArbitrary, { minLength: 15, maxLength: 15 })
  .map(
    (answers): Answers => new Map(scheme.questions.map(({ key }, index) => [key, answers[index] ?? null])),
  );

describe('Scores always', () => {
  it('are whole numbers within their bounds, and full coverage closes the bounds', () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const { overall, dimensions } = scoreAssessment(scheme, answers);
        for (const { score, bounds, counts } of [overall, ...dimensions]) {
          if (!bounds) continue;
          expect(Number.isInteger(bounds.low.numerator) && Number.isInteger(bounds.high.numerator)).toBe(
            true,
          );
          if (counts.unanswered === 0) expect(bounds.low).toEqual(bounds.high);
          if (!score) continue;
          expect(Number.isInteger(score.numerator)).toBe(true);
          expect(bounds.low.numerator).toBeLessThanOrEqual(score.numerator);
          expect(score.numerator).toBeLessThanOrEqual(bounds.high.numerator);
        }
      }),
    );
  });

  it('equal the definition computed the slow way', () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const worth = { YES: 1, PARTIAL: 0.5, NO: 0 } as const;
        const means = 'ABCDE'.split('').flatMap((dimension) => {
          const own = [1, 2, 3]
            .map((number) => answers.get(`${dimension}${number}`) ?? null)
            .filter((answer) => answer !== 'NOT_APPLICABLE');
          if (own.length === 0) return [];
          const values = own.flatMap((answer) => (answer === null ? [] : [worth[answer]]));
          return [
            values.length === 0
              ? null
              : values.reduce<number>((sum, value) => sum + value, 0) / values.length,
          ];
        });
        const expected =
          means.length === 0 || means.includes(null)
            ? null
            : (100 * means.reduce<number>((sum, mean) => sum + (mean ?? 0), 0)) / means.length;
        const { score } = scoreAssessment(scheme, answers).overall;
        if (expected === null) expect(score).toBeNull();
        else expect(percent(score)).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('never lose coverage when an unanswered question turns out not to apply', () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const open = [...answers].find(([, answer]) => answer === null)?.[0];
        if (open === undefined) return;
        const before = coverageOf(scoreAssessment(scheme, answers).overall.counts);
        const after = coverageOf(
          scoreAssessment(scheme, new Map([...answers, [open, 'NOT_APPLICABLE' as const]])).overall.counts,
        );
        if (typeof before === 'number' && typeof after === 'number')
          expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
