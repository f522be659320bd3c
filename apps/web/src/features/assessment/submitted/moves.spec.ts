import { describe, expect, it } from '@jest/globals';
import type { AnswerValue } from '@pilotage/web-ui';
import { movesBetween } from './moves.js';

const round = (answers: Record<string, AnswerValue | null>) =>
  Object.entries(answers).map(([questionKey, value]) => ({ questionKey, value }));

describe('what moved between two rounds', () => {
  it('is what stands higher or lower, and apart from it what came onto the scale or left it', () => {
    const before = round({ SA1: 'NO', SA2: 'YES', SA3: 'YES', DF1: null, DF2: 'PARTIAL', DF3: 'PARTIAL' });
    const after = round({
      SA1: 'PARTIAL',
      SA2: 'YES',
      SA3: 'NO',
      DF1: 'YES',
      DF2: 'NOT_APPLICABLE',
      DF3: null,
      TM1: 'NO',
    });
    expect(movesBetween(before, after)).toEqual([
      { questionKey: 'SA1', from: 'NO', to: 'PARTIAL', direction: 'up' },
      { questionKey: 'SA3', from: 'YES', to: 'NO', direction: 'down' },
      { questionKey: 'DF1', from: null, to: 'YES', direction: 'other' },
      { questionKey: 'DF2', from: 'PARTIAL', to: 'NOT_APPLICABLE', direction: 'other' },
      { questionKey: 'DF3', from: 'PARTIAL', to: null, direction: 'other' },
      { questionKey: 'TM1', from: null, to: 'NO', direction: 'other' },
    ]);
  });
});
