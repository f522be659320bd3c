import { describe, expect, it } from '@jest/globals';
import { readable } from './log-line.js';

const entry = { time: 1, pid: 2, hostname: 'here', name: 'api' };

describe('readable', () => {
  it('shows warnings with their details, and the message of an error', () => {
    const line = {
      ...entry,
      level: 50,
      event: 'job_failed',
      attempt: 3,
      err: { message: 'no route', stack: '...' },
    };
    expect(readable('worker', JSON.stringify(line))).toBe('[worker] job_failed attempt=3 error=no route');
  });

  it('leaves the everyday to the log file', () => {
    expect(readable('api', JSON.stringify({ ...entry, level: 30, event: 'report_stored' }))).toBeNull();
  });

  it('shows the link for the first operator', () => {
    const line = { ...entry, level: 40, event: 'operator_setup_link', link: 'http://here/setup' };
    expect(readable('api', JSON.stringify(line))).toBe('Become the first operator: http://here/setup');
  });

  it('shows a crash as it stands', () => {
    expect(readable('api', 'TypeError: x is undefined')).toBe('[api] TypeError: x is undefined');
  });
});
