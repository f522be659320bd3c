import { describe, expect, it } from '@jest/globals';
import { instantOf } from './known-at.js';

const now = new Date('2026-10-10T09:15:00Z');

describe('as known at', () => {
  it('is now by default', () => {
    expect(instantOf({ isNow: true, localTime: '2020-01-01T00:00' }, now)).toEqual({
      kind: 'instant',
      instant: null,
    });
  });

  it('reads the time on the clock of who asks', () => {
    expect(instantOf({ isNow: false, localTime: '2026-09-30T23:59' }, now)).toEqual({
      kind: 'instant',
      instant: new Date(2026, 8, 30, 23, 59).toISOString(),
    });
  });

  it.each(['', '2026-13-01T00:00', '2026-10-11T23:00'])('refuses %j', (localTime) => {
    expect(instantOf({ isNow: false, localTime }, now)).toMatchObject({ kind: 'refused' });
  });
});
