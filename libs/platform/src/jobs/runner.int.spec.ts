import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { z } from 'zod';
import type { TenantContext } from '../context/tenant-context.js';
import { createLogger } from '../observability/logger.js';
import { defineJob } from './contract.js';
import { Handles } from './handler.js';
import { Receipts, type Admission } from './receipts.js';
import { JobRegistry } from './registry.js';
import { JobRunner } from './runner.js';

const swallow = defineJob({
  name: 'swallow',
  queue: 'bulk',
  payload: z.object({ what: z.string() }),
  retry: { attempts: 3, firstDelayMs: 1 },
});

const seen: string[] = [];

@Handles(swallow)
class SwallowHandler {
  async handle({ what }: { what: string }): Promise<void> {
    seen.push(`handled ${what}`);
    throw new Error('cough');
  }
  async gaveUp({ what }: { what: string }): Promise<void> {
    seen.push(`gave up ${what}`);
  }
}

let db: TestDatabase;
let tenant: TenantContext;
let runner: JobRunner;

beforeAll(async () => {
  db = await TestDatabase.open();
  tenant = await db.createTenant();
  const registry = new JobRegistry([swallow], [new SwallowHandler()]);
  runner = new JobRunner(registry, new Receipts(db.relay), createLogger('silent', 'test'));
});
afterAll(() => db.close());
beforeEach(async () => {
  seen.length = 0;
  await db.relay.query('delete from outbox');
});

/** Admits the only row there is, as the relay does. */
async function admit(): Promise<Admission> {
  const [row] = await db.relay.query<Admission>(
    `update outbox set state = 'ADMITTED', admission = admission + 1 where state <> 'FAILED'
      returning id as "receiptId", admission`,
  );
  return row!;
}
const receipt = async (): Promise<unknown> =>
  (await db.relay.query('select state, attempts, error from outbox'))[0];

describe('work that cannot be done', () => {
  it('is given up after its attempts, and whoever waits is told once', async () => {
    await db.unitOfWork.run(tenant, async (tx) => void tx.enqueue(swallow, { what: 'stone' }));
    for (let attempt = 1; attempt <= 3; attempt += 1) await runner.run('swallow', await admit());
    expect(seen).toEqual(['handled stone', 'handled stone', 'handled stone', 'gave up stone']);
    expect(await receipt()).toEqual({
      state: 'FAILED',
      attempts: 3,
      error: expect.stringContaining('a fault of ours'),
    });
  });

  it('is given up when it killed every worker that tried: the next one does not touch it', async () => {
    await db.unitOfWork.run(tenant, async (tx) => void tx.enqueue(swallow, { what: 'bomb' }));
    const died = new Receipts(db.relay);
    for (let attempt = 1; attempt <= 3; attempt += 1) await died.claim(await admit(), 1);
    await runner.run('swallow', await admit());
    expect(seen).toEqual(['gave up bomb']);
    expect(await receipt()).toMatchObject({ state: 'FAILED' });
  });
});
