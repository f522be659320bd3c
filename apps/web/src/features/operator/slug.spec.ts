import { describe, expect, it } from '@jest/globals';
import { slugOf } from './slug.js';

describe('slugOf', () => {
  it.each([
    ['Northwind Insurance', 'northwind-insurance'],
    ['Zürich Re (UK) Ltd.', 'zurich-re-uk-ltd'],
    ['  --  ', ''],
  ])('makes %s to %s', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('ends in no hyphen where it is cut', () => {
    expect(slugOf(`${'a'.repeat(39)} b`)).toBe('a'.repeat(39));
  });
});
