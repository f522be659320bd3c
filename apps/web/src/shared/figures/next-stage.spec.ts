import { describe, expect, it } from '@jest/globals';
import { gateAhead, nextStage } from './next-stage.js';

describe('the next stage', () => {
  it('follows the one in force, and nothing follows the last', () => {
    expect(nextStage('PILOT')).toBe('LIMITED_PRODUCTION');
    expect(nextStage('PRODUCTION')).toBe('SCALED');
    expect(nextStage('SCALED')).toBeNull();
    expect(nextStage('ENDED')).toBeNull();
    expect(nextStage(undefined)).toBeNull();
  });

  it('has the gate of its name', () => {
    const gate = { stage: 'LIMITED_PRODUCTION', met: 11, of: 15, isReady: false, blocking: ['DF1'] } as const;
    expect(gateAhead([{ ...gate, blocking: ['DF1'] }], 'PILOT')?.met).toBe(11);
    expect(gateAhead([{ ...gate, blocking: ['DF1'] }], 'SCALED')).toBeNull();
  });
});
