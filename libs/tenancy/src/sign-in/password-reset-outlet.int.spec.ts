import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger, type Logger } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { MailOrLogOutlet } from './password-reset-outlet.js';
import type { SignedInUser, UserId } from './sign-in.js';

const user: SignedInUser = { userId: 'ada' as UserId, email: 'ada@people.test', name: 'Ada' };
const createToken = (): Promise<string> => Promise.resolve('the-token');

let db: TestDatabase;
let logged: unknown[];
let logger: Logger;

beforeAll(async () => {
  db = await TestDatabase.open();
  logged = [];
  logger = Object.assign(createLogger('silent', 'test'), { warn: (line: unknown) => void logged.push(line) });
});
afterAll(() => db.close());

describe('who asks for a new password', () => {
  it('gets it by mail where mail is set up; the token is in no queue and no log', async () => {
    const outlet = new MailOrLogOutlet({ ...db.config, SMTP_URL: 'smtp://localhost' }, logger, db.relay);
    await outlet.requested(user, createToken);
    await outlet.requested(user, createToken);
    const rows = await db.relay.query(
      `select tenant_id, kind, state, payload from outbox where name = 'password-reset-requested'`,
    );
    expect(rows).toEqual([{ tenant_id: null, kind: 'EVENT', state: 'PENDING', payload: { userId: 'ada' } }]);
    expect(logged).toEqual([]);
  });

  it("else gets it from whoever reads the installation's log", async () => {
    await new MailOrLogOutlet(db.config, logger, db.relay).requested(user, createToken);
    expect(logged).toEqual([
      expect.objectContaining({ userId: 'ada', link: 'http://127.0.0.1:4400/reset-password#the-token' }),
    ]);
  });
});
