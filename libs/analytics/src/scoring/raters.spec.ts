import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentOf } from '../common/fraction.js';
import { type Answer, type Answers, type ScoringScheme } from './answer.js';
import { readPanel } from './raters.js';
import { scoreAssessment } from './score.js';

const scheme: ScoringScheme = {
  dimensions: ['A', 'B', 'C', 'D', 'E'].map((key) => ({ key, weight: 1 })),
  questions: ['A', 'B', 'C', 'D', 'E'].flatMap((dimension) =>
    [1, 2, 3].map((number) => ({ key: `${dimension}${number}`, dimension, weight: 1 })),
  ),
};
const small: ScoringScheme = {
  dimensions: scheme.dimensions.slice(0, 1),
  questions: scheme.questions.slice(0, 3),
};

const panelOf = (raters: Answers[], asked = scheme) => {
  const panel = readPanel(asked, raters);
  if (panel.kind === 'unavailable') throw new Error(panel.reason);
  return panel;
};
const everywhere = (answer: Answer, but: Record<string, Answer | null> = {}): Answers =>
  new Map(scheme.questions.map(({ key }) => [key, key in but ? (but[key] ?? null) : answer]));

describe('A panel of raters', () => {
  it('takes the median of each question, shows its range and scores the medians', () => {
    const panel = panelOf(
      [
        new Map<string, Answer>([
          ['A1', 'YES'],
          ['A2', 'YES'],
          ['A3', 'NOT_APPLICABLE'],
        ]),
        new Map<string, Answer>([
          ['A1', 'NO'],
          ['A2', 'PARTIAL'],
        ]),
        new Map<string, Answer>([['A1', 'PARTIAL']]),
      ],
      small,
    );
    expect(panel.questions).toEqual([
      { key: 'A1', raters: 3, notApplicable: 0, spread: { median: 0.5, low: 0, high: 1 } },
      { key: 'A2', raters: 2, notApplicable: 0, spread: { median: 0.75, low: 0.5, high: 1 } },
      { key: 'A3', raters: 0, notApplicable: 1, spread: null },
    ]);
    // (0.5 + 0.75) / 2 = 62.5; A3 does not apply.
    expect(percentOf(panel.scores.overall.score!)).toBe(62.5);
    expect(panel.scores.overall.counts).toEqual({ answered: 2, applicable: 2 });
    expect(panel.opposed).toEqual(['A1']);
    expect(panel.agreement).toEqual({ kind: 'unavailable', reason: 'too-few-questions' });
  });

  it('applies a question that one rater answers, though another says it does not apply', () => {
    const panel = panelOf(
      [new Map<string, Answer>([['A1', 'NOT_APPLICABLE']]), new Map<string, Answer>([['A1', 'YES']])],
      small,
    );
    expect(panel.questions[0]).toEqual({
      key: 'A1',
      raters: 1,
      notApplicable: 1,
      spread: { median: 1, low: 1, high: 1 },
    });
    expect(panel.scores.overall.counts).toEqual({ answered: 1, applicable: 3 });
    expect(panel.raters).toBe(1);
    expect(panel.agreement).toEqual({ kind: 'unavailable', reason: 'too-few-raters' });
  });

  it('finds an alignment problem from three questions on that one answers Yes and another No', () => {
    const no = (...keys: string[]) => everywhere('YES', Object.fromEntries(keys.map((key) => [key, 'NO'])));
    expect(panelOf([everywhere('YES'), no('A1', 'B2')]).isAlignmentFinding).toBe(false);
    const panel = panelOf([everywhere('YES'), no('A1', 'B2', 'E3'), everywhere('PARTIAL')]);
    expect(panel).toMatchObject({ opposed: ['A1', 'B2', 'E3'], isAlignmentFinding: true, raters: 3 });
  });

  it('says how far two raters agree from ten questions on that both answered', () => {
    const first = everywhere('YES', { A1: 'NO', B1: 'PARTIAL' });
    const answered = (count: number): Answers =>
      new Map([...first].map(([key, answer], index) => [key, index < count ? answer : null]));
    expect(panelOf([first, answered(9)]).agreement).toEqual({
      kind: 'unavailable',
      reason: 'too-few-questions',
    });
    expect(panelOf([first, answered(10)]).agreement).toEqual({
      kind: 'agreement',
      alpha: 1,
      units: 10,
      ratings: 20,
    });
    expect(panelOf([everywhere('YES'), everywhere('YES')]).agreement).toEqual({
      kind: 'unavailable',
      reason: 'no-spread',
    });
  });

  it('has nothing to read where nobody answered', () => {
    const nothing = { kind: 'unavailable', reason: 'nobody-answered' };
    expect(readPanel(scheme, [])).toEqual(nothing);
    expect(readPanel(scheme, [new Map(), everywhere('NOT_APPLICABLE')])).toEqual(nothing);
    expect(readPanel({ dimensions: [], questions: [] }, [everywhere('YES')])).toEqual(nothing);
  });

  const answersArbitrary = fc
    .array(fc.constantFrom<Answer | null>('YES', 'PARTIAL', 'NO', 'NOT_APPLICABLE', null), {
      minLength: 15,
      maxLength: 15,
    })
    .map((answers): Answers => new Map(scheme.questions.map(({ key }, index) => [key, answers[index]!])));

  it('of one is the assessment itself, and so is one that all fill in alike', () => {
    fc.assert(
      fc.property(answersArbitrary, fc.integer({ min: 1, max: 4 }), (answers, raters) => {
        const panel = readPanel(scheme, Array<Answers>(raters).fill(answers));
        if (panel.kind === 'unavailable') return;
        const { overall, dimensions } = scoreAssessment(scheme, answers);
        expect(panel.scores.overall).toMatchObject({ score: overall.score, bounds: overall.bounds });
        expect(panel.scores.dimensions.map(({ score }) => score)).toEqual(
          dimensions.map(({ score }) => score),
        );
        expect(panel.scores.overall.counts).toEqual({
          answered: overall.counts.answered,
          applicable: overall.counts.applicable,
        });
        expect(panel.opposed).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of the raters', () => {
    fc.assert(
      fc.property(fc.array(answersArbitrary, { maxLength: 5 }), (raters) => {
        expect(readPanel(scheme, [...raters].reverse())).toEqual(readPanel(scheme, raters));
      }),
    );
  });
});
