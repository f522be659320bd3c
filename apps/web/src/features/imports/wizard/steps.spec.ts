import { describe, expect, it } from '@jest/globals';
import { canMap, stepOf } from './steps.js';

const at = (state: Parameters<typeof canMap>[0]['state'], isHalfDone = false) => ({
  state,
  isHalfDone,
  isHalfUndone: false,
});

describe('the step of an import', () => {
  it('begins with the columns and goes on to the result once the file is checked', () => {
    expect(stepOf(undefined, at('UPLOADED'))).toBe('columns');
    expect(stepOf(undefined, at('CHECKED'))).toBe('result');
  });

  it('is the one in the address where that can be had', () => {
    expect(stepOf('stages', at('CHECKED'))).toBe('stages');
    expect(stepOf('result', at('UPLOADED'))).toBe('facts');
    expect(stepOf('matching', at('UPLOADED'))).toBe('facts');
    expect(stepOf('matching', at('CHECKED'))).toBe('matching');
  });

  it.each(['CHECKING', 'RUNNING', 'PAUSED', 'DONE', 'CANCELLED', 'UNDOING', 'UNDONE'] as const)(
    'is the result while or after %s',
    (state) => {
      expect(stepOf('columns', at(state))).toBe('result');
    },
  );

  it('goes back to the mapping after a check that failed, not after an import that did', () => {
    expect(canMap(at('FAILED'))).toBe(true);
    expect(canMap(at('FAILED', true))).toBe(false);
    expect(canMap({ ...at('FAILED'), isHalfUndone: true })).toBe(false);
  });
});
