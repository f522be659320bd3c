import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, type Answers } from './answer.js';
import { type Evidence, evidenceOf } from './evidence.js';

const questions = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3'].map((key) => ({ key }));
const answers: Answers = new Map<string, Answer | null>([
  ['A1', 'YES'],
  ['A2', 'PARTIAL'],
  ['A3', 'NO'],
  ['B1', 'YES'],
  ['B2', 'NOT_APPLICABLE'],
  ['B3', null],
]);

describe('Evidence behind answers', () => {
  it('is counted by grade, stale evidence apart', () => {
    // Four answered: A1 checked, A2 documented, A3 asserted, B1 checked but stale. (1 + 1) / 4 = 0.5.
    const evidence = new Map<string, Evidence>([
      ['A1', { grade: 2, isStale: false }],
      ['A2', { grade: 1, isStale: false }],
      ['B1', { grade: 2, isStale: true }],
      ['B2', { grade: 2, isStale: false }],
      ['B3', { grade: 2, isStale: false }],
    ]);
    expect(evidenceOf(questions, answers, evidence)).toEqual({
      kind: 'evidence',
      answered: 4,
      asserted: 1,
      stale: 1,
      documented: 1,
      checked: 1,
      confidence: 0.5,
      checkedShare: 0.25,
    });
  });

  it('is not asked for where there is no answer', () => {
    const none = { kind: 'unavailable', reason: 'no-answer' };
    expect(evidenceOf([], answers, new Map())).toEqual(none);
    expect(evidenceOf(questions, new Map(), new Map([['A1', { grade: 2, isStale: false }]]))).toEqual(none);
  });

  it('always adds up to the answered questions, and better evidence never lowers confidence', () => {
    const evidenceArbitrary = fc.record({
      grade: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
      isStale: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(evidenceArbitrary, { minLength: 6, maxLength: 6 }),
        fc.subarray(questions),
        (each, better) => {
          const evidence = new Map(questions.map(({ key }, index) => [key, each[index]!]));
          const reading = evidenceOf(questions, answers, evidence);
          const improved = evidenceOf(
            questions,
            answers,
            new Map([...evidence, ...better.map(({ key }) => [key, { grade: 2, isStale: false }] as const)]),
          );
          if (reading.kind === 'unavailable' || improved.kind === 'unavailable') throw new Error('no answer');
          const { asserted, stale, documented, checked } = reading;
          expect(asserted + stale + documented + checked).toBe(reading.answered);
          expect(improved.confidence).toBeGreaterThanOrEqual(reading.confidence);
          expect(improved.checkedShare).toBeGreaterThanOrEqual(reading.checkedShare);
        },
      ),
    );
  });
});
