import { describe, expect, it } from '@jest/globals';
import { bothValues } from './both-values.js';

describe('a figure before and after', () => {
  it.each([
    ['3', '4', '3', '4'],
    ['77.7381', '75.6481', '77.7', '75.6'],
    ['90', '87.5', '90.0', '87.5'],
    ['50.01', '50.04', '50.01', '50.04'],
    ['-0.9', '0', '−0.9', '0.0'],
    ['not available', '40', 'not available', '40'],
    ['14 of 20', '18 of 19', '14 of 20', '18 of 19'],
  ])('%s and %s print as %s and %s', (published, now, before, after) => {
    expect(bothValues({ published, now })).toEqual({ published: before, now: after });
  });
});
