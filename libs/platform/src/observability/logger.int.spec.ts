import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import type { TenantContext } from '../context/tenant-context.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { createLogger, NestLogger, type Logger } from './logger.js';

const SECRET = 'Ada of the closed project';

let db: TestDatabase;
let tenant: TenantContext;
beforeAll(async () => {
  db = await TestDatabase.open();
  tenant = await db.createTenant();
});
afterAll(() => db.close());

/** What the log says of the error that `work` ends in. */
async function logged(
  work: (tx: TenantTx) => Promise<unknown>,
  say = (log: Logger, err: unknown): void => log.error({ event: 'request_failed', err }),
): Promise<string> {
  let line = '';
  const log = createLogger('error', 'test', { write: (text) => void (line += text) });
  const err: unknown = await db.unitOfWork.run(tenant, work).then(
    () => null,
    (error: unknown) => error,
  );
  say(log, err);
  return line;
}

describe('an error of the database in the log', () => {
  it('names the constraint and not what was written', async () => {
    const person = { id: tenant.tenantId, name: SECRET, sortName: '', email: 'ADA' };
    const line = await logged((tx) => tx.insert('person', person));
    expect(JSON.parse(line)).toMatchObject({
      event: 'request_failed',
      err: { code: '23514', constraint: expect.stringContaining('person'), table: 'person' },
    });
    expect(line).toContain('insert into app.person');
    expect(line).not.toContain(SECRET);
  });

  it('does not repeat a value that does not fit', async () => {
    const line = await logged((tx) => tx.query('select $1::int', [SECRET]));
    expect(JSON.parse(line)).toMatchObject({ err: { code: '22P02' } });
    expect(line).toContain('logger.int.spec');
    expect(line).not.toContain(SECRET);
  });

  it('is as discreet when Nest logs what a route threw', async () => {
    const line = await logged(
      (tx) => tx.insert('person', { id: tenant.tenantId, name: SECRET, sortName: '', email: 'ADA' }),
      (log, err) => new NestLogger(log).error(err),
    );
    expect(JSON.parse(line)).toMatchObject({ event: 'nest', err: { code: '23514' } });
    expect(line).not.toContain(SECRET);
  });
});

describe('any other error in the log', () => {
  it('keeps its message, its way and its cause', async () => {
    const line = await logged(async () => {
      throw new RangeError('There is always a running quarter.', { cause: new Error('The clock stopped.') });
    });
    expect(JSON.parse(line)).toMatchObject({
      err: { type: 'RangeError', message: 'There is always a running quarter.', cause: { type: 'Error' } },
    });
  });
});
