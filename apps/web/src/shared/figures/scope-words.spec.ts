import { describe, expect, it } from '@jest/globals';
import { scopeWords } from './scope-words.js';

describe('the part of the portfolio that a report is of', () => {
  const units = [
    { id: '1', name: 'Claims' },
    { id: '2', name: 'Pricing' },
  ];

  it('is named', () => {
    expect(scopeWords({ unitIds: ['2', '1'], kinds: ['VISION'] }, units)).toBe('Pricing, Claims · Vision');
  });

  it('is the whole without a filter', () => {
    expect(scopeWords({ unitIds: [], kinds: [] }, units)).toBe('Whole portfolio');
  });

  it('does without the name of a unit that is gone', () => {
    expect(scopeWords({ unitIds: ['3'], kinds: [] }, units)).toBe('a unit');
  });
});
