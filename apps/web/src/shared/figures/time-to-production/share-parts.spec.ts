import { describe, expect, it } from '@jest/globals';
import { shareParts } from './share-parts.js';

describe('the share within 12 months', () => {
  it('is a figure with what it stands on', () => {
    expect(shareParts(0.5, 'about half (18 to 76 %, 12 pilots, indicative)')).toEqual({
      value: 'about half',
      basis: '18 to 76 %, 12 pilots, indicative',
    });
  });

  it.each([
    [null, 'Only 1 is still watched after 12 months; a share is given from 5 on.'],
    [0.25, '3 of 12 so far; too few to state a share'],
  ])('is a sentence where there is none', (share, wording) => {
    expect(shareParts(share, wording)).toEqual({ value: null, basis: wording });
  });
});
