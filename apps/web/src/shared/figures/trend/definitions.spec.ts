import { describe, expect, it } from '@jest/globals';
import { howByStage, howReady } from './definitions.js';

describe('how a figure of the trend is computed', () => {
  const latest = { value: 50, n: 1, active: 1, stale: 0, never: 0, assessedThisQuarter: 1 };

  it.each([
    [1, 'the next'],
    [4, 'the 4 after it'],
  ])('says how long assessments count where they are due every %i quarters', (quarters, words) => {
    const [outOfDate] = howByStage(latest, quarters).exclusions ?? [];
    expect(outOfDate).toMatch(new RegExp(`count for their own quarter and ${words}$`));
  });

  it('says what a missing answer counts as: it can meet the least of a question', () => {
    expect(howReady({ ready: 1, of: 2 }).definition).toMatch(/a missing answer counts as No\.$/);
  });
});
