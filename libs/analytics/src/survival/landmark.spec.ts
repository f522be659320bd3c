import { describe, expect, it } from '@jest/globals';
import { landmark } from './landmark.js';

describe('A landmark', () => {
  it('keeps those still there and restarts the clock', () => {
    const subjects = [
      { entry: 0, exit: 90, cause: 'production' },
      { entry: 0, exit: 91, cause: null },
      { entry: 100, exit: 200, cause: 'stopped' },
    ];
    expect(landmark(subjects, 90)).toEqual([
      { entry: 0, exit: 1, cause: null },
      { entry: 10, exit: 110, cause: 'stopped' },
    ]);
  });
});
