import { type Answer } from '../scoring/answer.js';

/** An answer as rules write it: `answer(DF1) == yes`. */
export function answerFact(answer: Answer | null): 'yes' | 'partial' | 'no' | 'na' | null {
  return answer === null
    ? null
    : ({ YES: 'yes', PARTIAL: 'partial', NO: 'no', NOT_APPLICABLE: 'na' } as const)[answer];
}
