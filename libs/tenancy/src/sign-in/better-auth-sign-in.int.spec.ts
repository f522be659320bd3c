import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { BetterAuthSignIn } from './better-auth-sign-in.js';
import { SESSION_ABSOLUTE_SECONDS, SESSION_REFRESH_SECONDS } from './auth.js';
import { signedToken } from './signed-cookie.js';
import { PasswordResetOutlet, type AuthResponse, type SignedInUser, type UserId } from './sign-in.js';

const PASSWORD = 'three blind mice';
const ORIGIN = 'http://127.0.0.1:4400';
const logger = createLogger('silent', 'test');

class Resets extends PasswordResetOutlet {
  readonly tokens: string[] = [];
  async requested({ userId }: SignedInUser): Promise<void> {
    this.tokens.push(await signIn.createPasswordResetToken(userId));
  }
}

let db: TestDatabase;
let signIn: BetterAuthSignIn;
const resets = new Resets();

beforeAll(async () => {
  db = await TestDatabase.open();
  signIn = new BetterAuthSignIn(db.config, logger, resets);
});
afterAll(async () => {
  await signIn.close();
  await db.close();
});
afterEach(() => db.admin.query('delete from identity.attempt'));

let people = 0;
async function newUser(): Promise<{ email: string; userId: UserId }> {
  people += 1;
  const email = `person${people}@example.test`;
  return { email, userId: await signIn.createUser({ email, name: `Person ${people}`, password: PASSWORD }) };
}

const post = (
  path: string,
  body: object,
  cookie?: string,
  clientAddress = '192.0.2.1',
): Promise<AuthResponse> => signIn.handle({ path, body, headers: { cookie, origin: ORIGIN }, clientAddress });

const enter = (email: string, password = PASSWORD, cookie?: string): Promise<AuthResponse> =>
  post('/sign-in/email', { email, password }, cookie);

const cookieOf = ({ headers }: AuthResponse, name = 'pilotage.session'): string => {
  const [, value] =
    headers.find(([header, text]) => header === 'set-cookie' && text.startsWith(`${name}=`)) ?? [];
  return value?.split(';')[0] ?? '';
};

const codeOf = ({ body }: AuthResponse): string => JSON.parse(body).code;

describe('signing in', () => {
  it('opens a session that names the user', async () => {
    const { email, userId } = await newUser();
    const response = await enter(email.toUpperCase());
    expect(response.status).toBe(200);
    const session = await signIn.authenticate(cookieOf(response));
    expect(session?.user).toEqual({ userId, email, name: expect.stringMatching(/^Person/) });
  });

  it('sends the session in a cookie that scripts cannot read and other sites cannot send', async () => {
    const { email } = await newUser();
    const { headers } = await enter(email);
    const [, cookie] = headers.find(([, value]) => value.startsWith('pilotage.session=')) ?? [];
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\//);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await newUser();
    const wrong = await enter(email, 'not the password');
    const unknown = await enter('nobody@example.test', 'not the password');
    expect(wrong.status).toBe(401);
    expect({ ...unknown }).toEqual({ ...wrong });
  });

  it('signs cookies in the form that the short way of reading them expects', async () => {
    const { email } = await newUser();
    const token = signedToken(cookieOf(await enter(email)), 'pilotage.session', db.config.AUTH_SECRET);
    const { rowCount } = await db.admin.query('select from identity.session where token = $1', [token]);
    expect(rowCount).toBe(1);
  });

  it('takes no forged cookie', async () => {
    const { email } = await newUser();
    const cookie = cookieOf(await enter(email));
    expect(await signIn.authenticate(cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBeNull();
    const [{ token }] = (await db.admin.query('select token from identity.session limit 1')).rows;
    expect(await signIn.authenticate(`pilotage.session=${token}`)).toBeNull();
  });

  it('binds cookies to the host over https, and takes no others there', async () => {
    const { email } = await newUser();
    const secure = new BetterAuthSignIn(
      { ...db.config, PUBLIC_URL: 'https://pilotage.example' },
      logger,
      resets,
    );
    try {
      const response = await secure.handle({
        path: '/sign-in/email',
        body: { email, password: PASSWORD },
        headers: { origin: 'https://pilotage.example' },
        clientAddress: '192.0.2.1',
      });
      const cookie = cookieOf(response, '__Host-pilotage.session');
      expect(
        response.headers
          .map(([, value]) => value)
          .filter((value) => value.startsWith('__Host-') && /; Secure/.test(value)),
      ).toHaveLength(2);
      expect(await secure.authenticate(cookie)).not.toBeNull();
      expect(await secure.authenticate(cookie.replace('__Host-', ''))).toBeNull();
    } finally {
      await secure.close();
    }
  });

  it('refuses another origin', async () => {
    const { email } = await newUser();
    const response = await signIn.handle({
      path: '/sign-in/email',
      body: { email, password: PASSWORD },
      headers: { origin: 'https://evil.example' },
      clientAddress: '192.0.2.1',
    });
    expect(response.status).toBe(403);
  });

  it('refuses what is no object as body', async () => {
    const file = Readable.from('x') as Readable & { socket?: unknown };
    file.socket = { parser: file };
    for (const body of [file, 'email=a@b.example', ['a'], null]) {
      const headers = { origin: ORIGIN };
      const response = await signIn.handle({
        path: '/sign-in/email',
        body,
        headers,
        clientAddress: '192.0.2.1',
      });
      expect(response.status).toBe(400);
    }
  });

  it('has no open registration and no other route', async () => {
    const body = { email: 'new@example.test', name: 'New', password: PASSWORD };
    expect((await post('/sign-up/email', body)).status).toBe(404);
    expect((await post('/update-user', { name: 'x' })).status).toBe(404);
    expect(await signIn.findUser('new@example.test')).toBeNull();
  });
});

describe('sessions', () => {
  it('end by signing out', async () => {
    const { email } = await newUser();
    const cookie = cookieOf(await enter(email));
    expect((await post('/sign-out', {}, cookie)).status).toBe(200);
    expect(await signIn.authenticate(cookie)).toBeNull();
  });

  it('of other browsers end when the password is changed, whatever the client asks', async () => {
    const { email } = await newUser();
    const [here, there] = [cookieOf(await enter(email)), cookieOf(await enter(email))];
    const change = {
      currentPassword: PASSWORD,
      newPassword: 'four calling birds',
      revokeOtherSessions: false,
    };
    const changed = await post('/change-password', change, here);
    expect(changed.status).toBe(200);
    expect(await signIn.authenticate(there)).toBeNull();
    expect(await signIn.authenticate(cookieOf(changed))).not.toBeNull();
  });

  it('are kept alive by use, with a fresh cookie', async () => {
    const { email, userId } = await newUser();
    const cookie = cookieOf(await enter(email));
    expect((await signIn.authenticate(cookie))?.cookies).toEqual([]);
    await db.admin.query(
      `update identity.session set "expiresAt" = "expiresAt" - make_interval(secs => $2) where "userId" = $1`,
      [userId, SESSION_REFRESH_SECONDS + 1],
    );
    expect((await signIn.authenticate(cookie))?.cookies[0]).toMatch(/^pilotage\.session=/);
    expect((await signIn.authenticate(cookie))?.cookies).toEqual([]);
  });

  it('end when idle, and at the latest some days after sign-in', async () => {
    const { email, userId } = await newUser();
    const idle = cookieOf(await enter(email));
    await db.admin.query(`update identity.session set "expiresAt" = now() where "userId" = $1`, [userId]);
    expect(await signIn.authenticate(idle)).toBeNull();

    const old = cookieOf(await enter(email));
    await db.admin.query(
      `update identity.session set "createdAt" = now() - make_interval(secs => $2) where "userId" = $1`,
      [userId, SESSION_ABSOLUTE_SECONDS + 1],
    );
    expect(await signIn.authenticate(old)).toBeNull();
    const { rowCount } = await db.admin.query(`select from identity.session where "userId" = $1`, [userId]);
    expect(rowCount).toBe(0);
  });
});

describe('accounts', () => {
  it('are made once per address', async () => {
    const { email } = await newUser();
    await expect(
      signIn.createUser({ email: email.toUpperCase(), name: 'Twin', password: PASSWORD }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      path: ['email'],
    });
  });

  it('are made once when asked for at the same moment', async () => {
    const user = { email: 'twin@example.test', name: 'Twin', password: PASSWORD };
    const results = await Promise.allSettled([signIn.createUser(user), signIn.createUser(user)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are not made with a known password', async () => {
    const user = { email: 'weak@example.test', name: 'Weak', password: 'password123' };
    await expect(signIn.createUser(user)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['password'],
    });
    expect(await signIn.findUser(user.email)).toBeNull();
  });

  it('keep passwords as argon2id', async () => {
    const { userId } = await newUser();
    const { rows } = await db.admin.query(`select password from identity.account where "userId" = $1`, [
      userId,
    ]);
    expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  });
});

describe('a new password by link', () => {
  it('replaces the old one, ends all sessions, and works once', async () => {
    const { email } = await newUser();
    const cookie = cookieOf(await enter(email));
    expect((await post('/request-password-reset', { email })).status).toBe(200);
    const token = resets.tokens.at(-1)!;
    const replaced = await post('/reset-password', { token, newPassword: 'four calling birds' });
    expect(replaced.status).toBe(200);
    expect(await signIn.authenticate(cookie)).toBeNull();
    expect((await enter(email)).status).toBe(401);
    expect((await enter(email, 'four calling birds')).status).toBe(200);
    expect((await post('/reset-password', { token, newPassword: 'five golden rings' })).status).toBe(400);
  });

  it('is held to the same rules', async () => {
    const { userId } = await newUser();
    const token = await signIn.createPasswordResetToken(userId);
    const weak = await post('/reset-password', { token, newPassword: 'qwertyuiop' });
    expect(weak.status).toBe(400);
    expect(codeOf(weak)).toBe('PASSWORD_TOO_COMMON');
    expect((await post('/reset-password', { token, newPassword: 'short' })).status).toBe(400);
    expect((await post('/reset-password', { token, newPassword: 'four calling birds' })).status).toBe(200);
  });

  it('is on its way only where mail is set up, and the answer says so', async () => {
    const { email } = await newUser();
    expect(JSON.parse((await post('/request-password-reset', { email })).body)).toEqual({ isMailed: false });
    const mailing = new BetterAuthSignIn({ ...db.config, SMTP_URL: 'smtp://localhost' }, logger, resets);
    const request = {
      path: '/request-password-reset',
      headers: {},
      body: { email },
      clientAddress: '192.0.2.1',
    };
    expect(JSON.parse((await mailing.handle(request)).body)).toEqual({ isMailed: true });
    await mailing.close();
  });

  it('says nothing about an unknown address, in words or in time', async () => {
    const { email } = await newUser();
    const timed = async (address: string): Promise<[AuthResponse, number]> => {
      const started = performance.now();
      return [await post('/request-password-reset', { email: address }), performance.now() - started];
    };
    const [known, knownMs] = await timed(email);
    const sent = resets.tokens.length;
    const [unknown, unknownMs] = await timed('nobody@example.test');
    expect(unknown).toEqual(known);
    expect(resets.tokens).toHaveLength(sent);
    expect(Math.min(knownMs, unknownMs)).toBeGreaterThan(290);
  });

  it('is stored as a hash', async () => {
    const { userId } = await newUser();
    const token = await signIn.createPasswordResetToken(userId);
    const { rows } = await db.admin.query('select identifier from identity.verification where value = $1', [
      userId,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0].identifier).not.toContain(token);
  });
});

describe('guessing', () => {
  it('is stopped for strangers, while the owner signs in from a known browser', async () => {
    const { email } = await newUser();
    const device = cookieOf(await enter(email), 'pilotage.device');
    for (let guess = 0; guess < 10; guess += 1)
      expect((await enter(email, `guess number ${guess}`)).status).toBe(401);
    const stopped = await enter(email);
    expect(stopped.status).toBe(429);
    expect(codeOf(stopped)).toBe('TOO_MANY_ATTEMPTS');
    expect((await enter(email, PASSWORD, device)).status).toBe(200);
  });

  it('is stopped for addresses without an account in the same way', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 11; guess += 1)
      statuses.push((await enter('ghost@example.test', 'a wrong guess')).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it("does not outlive the owner's new password", async () => {
    const { email, userId } = await newUser();
    for (let guess = 0; guess < 11; guess += 1) await enter(email, `guess number ${guess}`);
    const token = await signIn.createPasswordResetToken(userId);
    await post('/reset-password', { token, newPassword: 'four calling birds' });
    expect((await enter(email, 'four calling birds')).status).toBe(200);
  });

  it('at the same moment counts every guess', async () => {
    const { email } = await newUser();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, guess) => enter(email, `guess number ${guess}`)),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  });
});
