import { describe, expect, it } from '@jest/globals';
import { lastQuarters } from './kept-quarters.js';
import type { Quarter } from './quarter.graphql.js';

describe('the quarters that a live page can end with', () => {
  const kept = Array.from({ length: 20 }, (_, index) => ({ label: `Q${index + 1}` }) as Quarter);

  it.each([
    [1, 'Q1', 20],
    [8, 'Q8', 13],
    [20, 'Q20', 1],
  ])('with %i quarters shown begin with %s', (count, first, choices) => {
    const quarters = lastQuarters(kept, count);
    expect([quarters[0]?.label, quarters.at(-1)?.label, quarters.length]).toEqual([first, 'Q20', choices]);
  });
});
