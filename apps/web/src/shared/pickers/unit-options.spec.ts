import { describe, expect, it } from '@jest/globals';
import { unitOptions } from './unit-options.js';

const unit = (id: string, path: string[], isClosed = false) => ({
  id,
  path,
  isClosed,
  name: path.at(-1) ?? '',
  parent: null,
});

describe('unitOptions', () => {
  const units = [
    unit('2', ['Operations']),
    unit('3', ['Claims', 'Motor']),
    unit('1', ['Claims']),
    unit('4', ['Old'], true),
  ];

  it('lists units by their path', () => {
    expect(unitOptions(units, []).map(({ label }) => label)).toEqual([
      'Claims',
      'Claims / Motor',
      'Operations',
    ]);
  });

  it('keeps a closed unit that is still chosen', () => {
    expect(unitOptions(units, ['4']).map(({ value }) => value)).toContain('4');
  });
});
