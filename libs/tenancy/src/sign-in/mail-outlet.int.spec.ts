import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger, type Logger } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { MailOutlet } from './mail-outlet.js';
import type { SignedInUser, UserId } from './sign-in.js';

const user: SignedInUser = { userId: 'ada' as UserId, email: 'ada@people.test', name: 'Ada' };

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
  it('gets it by mail where mail is set up', async () => {
    const outlet = new MailOutlet({ ...db.config, SMTP_URL: 'smtp://localhost' }, logger, db.relay);
    await outlet.requested(user);
    await outlet.requested(user);
    const rows = await db.relay.query(
      `select tenant_id, kind, state, payload from outbox where name = 'password-reset-requested'`,
    );
    expect(rows).toEqual([{ tenant_id: null, kind: 'EVENT', state: 'PENDING', payload: { userId: 'ada' } }]);
    expect(logged).toEqual([]);
  });

  it('else leaves a line in the log that opens nothing', async () => {
    await new MailOutlet(db.config, logger, db.relay).requested(user);
    expect(logged).toEqual([{ event: 'password_reset_not_mailed', userId: 'ada' }]);
  });
});
