import { describe, expect, it } from '@jest/globals';
import '../../shared/i18n.js';
import { queueVerdict } from './queue-words.js';

const calm = { backend: 'postgresql', pending: 0, running: 1, failed: 0, oldestPendingSeconds: null };

describe('queueVerdict', () => {
  it('is well while jobs move, even when some wait', () => {
    expect(queueVerdict(calm).isWell).toBe(true);
    expect(queueVerdict({ ...calm, pending: 300, oldestPendingSeconds: 20 }).isWell).toBe(true);
  });

  it('names a standstill before failures', () => {
    const verdict = queueVerdict({ ...calm, pending: 2, failed: 3, oldestPendingSeconds: 61 });
    expect(verdict).toEqual({
      isWell: false,
      words: 'Jobs wait for more than a minute. Look whether the worker runs.',
    });
  });

  it('counts failures in words', () => {
    expect(queueVerdict({ ...calm, failed: 1 }).words).toBe(
      'One job has failed for good. The log names it with the reason.',
    );
    expect(queueVerdict({ ...calm, failed: 2 }).words).toContain('2 jobs have failed');
  });
});
