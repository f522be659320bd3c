import { describe, expect, it } from '@jest/globals';
import { firstDay, proposedDay } from './setting-days.js';

const change = (name: string, effectiveOn: string, by: string | null) => ({
  name,
  effectiveOn,
  recordedBy: by === null ? null : { id: by, name: by },
});

describe('proposedDay', () => {
  const today = '2026-11-23';

  it('replaces the first guess from the beginning', () => {
    expect(proposedDay([change('CURRENCY', '2026-10-01', null)], 'CURRENCY', today)).toBe('2026-10-01');
  });

  it('is today once a person has decided', () => {
    const history = [change('CURRENCY', '2026-10-01', null), change('CURRENCY', '2026-10-01', 'Ada')];
    expect(proposedDay(history, 'CURRENCY', today)).toBe(today);
  });

  it('does not mind what was decided on other settings', () => {
    const history = [change('TIME_ZONE', '2026-10-05', 'Ada'), change('CURRENCY', '2026-10-01', null)];
    expect(proposedDay(history, 'CURRENCY', today)).toBe('2026-10-01');
    expect(proposedDay([], 'CURRENCY', today)).toBe(today);
  });
});

describe('firstDay', () => {
  it('is the earliest day of the setting', () => {
    const history = [change('CURRENCY', '2026-10-09', 'Ada'), change('CURRENCY', '2026-10-01', null)];
    expect(firstDay(history, 'CURRENCY')).toBe('2026-10-01');
    expect(firstDay(history, 'TIME_ZONE')).toBeNull();
  });
});
