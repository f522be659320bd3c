import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger, newId, type Config } from '@pilotage/platform';
import { SampleTenancy } from '@pilotage/tenancy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TestCaller, TestDatabase } from '@pilotage/testing';
import { createApi } from './server.js';

let db: TestDatabase;
let app: NestFastifyApplication;
let log: string[] = [];

const open = async (extra: Partial<Config> = {}): Promise<NestFastifyApplication> => {
  const logger = createLogger('error', 'api', { write: (line) => void log.push(line) });
  const opened = await createApi({ ...db.config, ...extra }, logger);
  await opened.init();
  await opened.getHttpAdapter().getInstance().ready();
  return opened;
};

beforeAll(async () => {
  db = await TestDatabase.open();
  app = await open();
});
afterAll(async () => {
  await app.close();
  await db.close();
});

const ask = (query: string, variables: object = {}) =>
  app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });

describe('an answer', () => {
  it('is kept by nobody on its way', async () => {
    for (const answer of [
      await ask('{ viewer { email } }'),
      await ask('{ nonsense }'),
      await app.inject({ url: '/health/ready' }),
      await app.inject({ method: 'POST', url: '/imports' }),
      await app.inject({ method: 'POST', url: '/auth/sign-in/email', payload: {} }),
      await app.inject({ url: '/nowhere' }),
    ]) {
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('lets a browser load nothing from elsewhere', async () => {
    const { headers } = await ask('{ viewer { email } }');
    expect(headers['content-security-policy']).not.toContain('https:');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('a request', () => {
  it('has to arrive within five minutes', () => {
    expect(app.getHttpServer().requestTimeout).toBe(300_000);
  });

  it('for more than a page could show is refused before anything runs', async () => {
    const query =
      'query ($n: Int!) { initiatives(first: $n) { nodes { assessments(first: $n) { nodes { dimensions { dimensionKey } } } } } }';
    const rounds = (n: number) => ask(query, { n });
    expect((await rounds(100)).json().errors[0]).toMatchObject({
      message: expect.stringContaining('at most 15000'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect((await rounds(5)).json().errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    [
      'a thousand aliases',
      `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: viewer { email }`).join(' ')} }`,
    ],
    ['a depth of fifty', `{ units ${'{ parent '.repeat(50)} { id } ${'}'.repeat(50)} }`],
  ])('with %s is refused', async (_, query) => {
    expect((await ask(query)).json().errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('what nobody foresaw', () => {
  const file = {
    method: 'POST',
    url: '/imports',
    payload: 'Name\nOne\n',
    headers: { 'content-type': 'text/csv' },
  } as const;
  const slug = `t${newId().replaceAll('-', '').slice(-30)}`;
  let caller: TestCaller;
  let tenantId: string;

  beforeAll(async () => {
    const password = 'a password for tests';
    const email = `admin@${slug}.example`;
    const made = await app.get(SampleTenancy).createTenant({
      slug,
      name: 'Organisation',
      isSample: false,
      settings: { fiscalYearStartMonth: 1, timeZone: 'UTC', currency: 'USD' },
      members: [{ role: 'ADMIN', name: 'Admin', email, password }],
    });
    tenantId = made.tenantId;
    caller = new TestCaller(app, email, slug);
    await caller.signIn(password);
  });

  /** What `work` comes to while a table is out of reach, and what the log says of it. */
  async function without<T>(table: string, work: () => Promise<T>): Promise<[T, Record<string, unknown>[]]> {
    log = [];
    await db.admin.query(`alter table ${table} rename to out_of_reach`);
    try {
      const outcome = await work();
      return [outcome, log.map((line) => JSON.parse(line))];
    } finally {
      await db.admin.query(
        `alter table ${table.split('.')[0]}.out_of_reach rename to ${table.split('.')[1]}`,
      );
    }
  }

  it('is told and logged once under the same id, with the organisation', async () => {
    const [answer, lines] = await without('app.import', () => caller.ask('{ imports { totalCount } }'));
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'INTERNAL', requestId: expect.any(String) } },
    ]);
    const { requestId } = answer.errors![0]!.extensions as { code: string; requestId: string };
    expect(lines).toMatchObject([{ event: 'request_failed', requestId, tenantId, err: { code: '42P01' } }]);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('has an id even before it is known who asks', async () => {
    const [answer, lines] = await without('identity.session', () => caller.ask('{ viewer { email } }'));
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining(String(lines[0]?.['requestId'])) },
    ]);
    expect(lines.at(-1)).toMatchObject({
      event: 'request_failed',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('has an id on a route, too', async () => {
    const headers = { ...file.headers, ...(await caller.sessionHeaders()), 'x-tenant': slug };
    const [answer, lines] = await without('app.import', () => app.inject({ ...file, headers }));
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ code: 'INTERNAL', requestId: lines[0]?.['requestId'] });
    expect(lines).toMatchObject([{ event: 'request_failed', requestId: expect.any(String), tenantId }]);
    expect(answer.body).not.toContain('relation');
  });
});

describe('the limit of attempts to sign in', () => {
  /** From which addresses attempts were counted, when a request came through `peer` on behalf of `client`. */
  async function countedAt(api: NestFastifyApplication, peer: string, client: string): Promise<string[]> {
    await db.admin.query('delete from identity.attempt');
    await api.inject({
      method: 'POST',
      url: '/auth/request-password-reset',
      payload: { email: 'nobody@example.test' },
      remoteAddress: peer,
      headers: { 'x-forwarded-for': client },
    });
    const { rows } = await db.admin.query<{ key: string }>('select key from identity.attempt');
    return rows.map(({ key }) => key);
  }

  it('is of each person behind a proxy that we know', async () => {
    expect(await countedAt(app, '127.0.0.1', '192.0.2.7')).toEqual(['address 192.0.2.7 reset']);
    const behind = await open({ TRUSTED_PROXIES: ['10.0.0.0/8'] });
    expect(await countedAt(behind, '10.1.2.3', '192.0.2.7')).toEqual(['address 192.0.2.7 reset']);
    await behind.close();
  });

  it('cannot be escaped by whoever only says that they come from elsewhere', async () => {
    expect(await countedAt(app, '198.51.100.9', '192.0.2.7')).toEqual(['address 198.51.100.9 reset']);
  });
});
