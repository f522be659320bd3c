import { describe, expect, it } from '@jest/globals';
import { changedAnswers } from './changed-answers.js';

const round = (answers: Record<string, 'YES' | 'NO' | null>) => ({
  answers: Object.entries(answers).map(([questionKey, value]) => ({ questionKey, value })),
});

describe('two rounds', () => {
  it('differ where an answer changed, was given or was taken away', () => {
    const changed = changedAnswers(
      round({ SA1: 'NO', SA2: 'YES', DF1: null, DF2: 'YES' }),
      round({ SA1: 'YES', SA2: 'YES', DF1: 'NO', DF2: null }),
    );
    expect(changed).toEqual([
      { questionKey: 'SA1', from: 'NO', to: 'YES' },
      { questionKey: 'DF1', from: null, to: 'NO' },
      { questionKey: 'DF2', from: 'YES', to: null },
    ]);
  });
});
