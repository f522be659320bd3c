import { afterEach, describe, expect, it } from '@jest/globals';
import { requestPasswordReset } from './auth.js';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

describe('who asks for a new password', () => {
  it.each([
    [{ isMailed: true }, 200, 'mailed'],
    [{ isMailed: false }, 200, 'not-mailed'],
    [{ isMailed: true }, 429, 'refused'],
  ])('given %p with status %i is told that it is %s', async (answer, status, kind) => {
    globalThis.fetch = async () => Response.json(answer, { status });
    expect((await requestPasswordReset('ada@example.com')).kind).toBe(kind);
  });
});
