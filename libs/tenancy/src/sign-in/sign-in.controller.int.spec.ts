import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi, type TestOrganisation } from '@pilotage/testing';
import { TenancyApiModule } from '../api.js';
import { SESSION_REFRESH_SECONDS } from './auth.js';

const VIEWER = { query: '{ viewer { email } }' };

let api: TestApi;
let ours: TestOrganisation;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule);
  ours = await api.createOrganisation();
});
afterAll(() => api.close());

const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:4400', ...headers },
  });

describe('POST /auth/...', () => {
  it('signs in with a cookie for the session and one for the browser, and out again', async () => {
    const { email } = ours.as.ADMIN;
    const entered = await post('/auth/sign-in/email', { email, password: 'a password for tests' });
    expect(entered.statusCode).toBe(200);
    expect(entered.headers['cache-control']).toBe('no-store');
    expect(entered.cookies.map(({ name }) => name).sort()).toEqual(['pilotage.device', 'pilotage.session']);
    const cookie = await ours.as.ADMIN.sessionHeaders();
    expect((await post('/graphql', VIEWER, cookie as { cookie: string })).json().data.viewer).toEqual({
      email,
    });
    expect((await post('/auth/sign-out', {}, cookie as { cookie: string })).statusCode).toBe(200);
    expect((await post('/graphql', VIEWER, cookie as { cookie: string })).json().data.viewer).toBeNull();
  });

  it('refuses other paths, other methods and what is not JSON', async () => {
    expect((await post('/auth/sign-up/email', {})).statusCode).toBe(404);
    expect((await api.app.inject({ method: 'GET', url: '/auth/sign-in/email' })).statusCode).toBe(404);
    expect((await post('/auth/sign-in/email', '{ nonsense')).statusCode).toBe(400);
    expect((await post('/auth/sign-in/email', { email: 5 })).statusCode).toBe(400);
  });
});

describe('any request', () => {
  it('prolongs a session that is used, by a new cookie', async () => {
    const cookie = (await ours.as.AUDITOR.sessionHeaders()) as { cookie: string };
    expect((await post('/graphql', VIEWER, cookie)).cookies).toEqual([]);
    await api.db.admin.query(
      `update identity.session set "expiresAt" = "expiresAt" - make_interval(secs => $2) where "userId" = $1`,
      [ours.members.AUDITOR.userId, SESSION_REFRESH_SECONDS + 1],
    );
    const prolonged = await post('/graphql', VIEWER, cookie);
    expect(prolonged.json().data.viewer).toEqual({ email: ours.as.AUDITOR.email });
    expect(prolonged.cookies.map(({ name }) => name)).toEqual(['pilotage.session']);
    expect((await post('/graphql', VIEWER, cookie)).cookies).toEqual([]);
  });
});
