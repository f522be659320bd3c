import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { z } from 'zod';
import type { TenantContext } from '../context/tenant-context.js';
import { createLogger } from '../observability/logger.js';
import { defineJob, QUEUES } from './contract.js';
import { Handles } from './handler.js';
import { Receipts, type Admission } from './receipts.js';
import { JobRegistry } from './registry.js';
import { Relay } from './relay.js';

const tidy = defineJob({
  name: 'tidy',
  queue: 'bulk',
  payload: z.object({ room: z.string(), pass: z.int().optional() }),
  identityOf: ({ room }) => room,
});

@Handles(tidy)
class TidyHandler {
  async handle(): Promise<void> {}
}

let db: TestDatabase;
let relay: Relay;
let admitted: Admission[] = [];

beforeAll(async () => {
  db = await TestDatabase.open();
  const queue = {
    add: async (_: string, data: Admission) => void admitted.push(data),
    close: async () => {},
  };
  const registry = new JobRegistry([tidy], [new TidyHandler()]);
  relay = new Relay(
    db.relay,
    new Map(QUEUES.map((name) => [name, queue])),
    registry,
    createLogger('silent', 'test'),
  );
});
afterAll(() => db.close());
beforeEach(async () => {
  admitted = [];
  await db.relay.query('delete from outbox');
});

const ask = (tenant: TenantContext, room: string, pass?: number): Promise<void> =>
  db.unitOfWork.run(
    tenant,
    async (tx) => void tx.enqueue(tidy, { room, ...(pass !== undefined && { pass }) }),
  );
const rows = (): Promise<{ room: string; pass: number | null; state: string }[]> =>
  db.relay.query(
    `select payload ->> 'room' as room, (payload ->> 'pass')::int as pass, state from outbox order by created_at, id`,
  );

describe('work whose worker died', () => {
  it('is done once when two of one identity were under way', async () => {
    const tenant = await db.createTenant();
    await ask(tenant, 'hall', 1);
    await relay.tick();
    await ask(tenant, 'hall', 2);
    await relay.tick();
    expect(admitted).toHaveLength(2);
    await db.relay.query(`update outbox set lease_until = now() - interval '1 minute'`);
    await relay.tick();
    // The older one's work is the newer one's too; both pending would break "one pending per identity", at every tick.
    expect(await rows()).toEqual([
      { room: 'hall', pass: 1, state: 'DONE' },
      { room: 'hall', pass: 2, state: 'ADMITTED' },
    ]);
  });
});

describe('the work of a suspended tenant', () => {
  it('waits until the tenant is resumed', async () => {
    const tenant = await db.createTenant();
    const suspend = (status: string) =>
      db.operator.query('update tenant set status = $2 where id = $1', [tenant.tenantId, status]);
    await ask(tenant, 'hall');
    await suspend('SUSPENDED');
    await relay.tick();
    expect((await rows()).map(({ state }) => state)).toEqual(['PENDING']);
    await suspend('ACTIVE');
    await relay.tick();
    expect((await rows()).map(({ state }) => state)).toEqual(['ADMITTED']);
  });
});

describe('work in slices', () => {
  it('goes behind whoever waits, also within its tenant', async () => {
    const tenant = await db.createTenant();
    const receipts = new Receipts(db.relay);
    for (const room of ['a', 'b', 'c', 'd']) await ask(tenant, room);
    await relay.tick();
    await ask(tenant, 'e');
    for (const admission of admitted.splice(0)) {
      await receipts.claim(admission, 15_000);
      await receipts.continueWith(admission, { room: 'again' });
    }
    await relay.tick();
    const running = (await rows()).filter(({ state }) => state === 'ADMITTED').map(({ room }) => room);
    expect(running).toContain('e');
  });
});

describe('a tick', () => {
  it('reads a few rows of each tenant, however many wait', async () => {
    const tenants = await Promise.all(Array.from({ length: 20 }, () => db.createTenant()));
    await db.admin.query(
      `insert into outbox (id, tenant_id, kind, name, queue, payload, identity)
       select gen_random_uuid(), t.id, 'JOB', 'tidy', 'bulk', '{"room": "attic"}', 'attic ' || n
         from unnest($1::uuid[]) t (id), generate_series(1, 1000) n`,
      [tenants.map(({ tenantId }) => tenantId)],
    );
    await db.admin.query('analyze outbox');
    const before = await rowsRead();
    await relay.tick();
    expect(admitted).toHaveLength(50);
    const perTenant = Map.groupBy(
      await db.relay.query<{ tenantId: string }>(
        `select tenant_id as "tenantId" from outbox where state = 'ADMITTED'`,
      ),
      ({ tenantId }) => tenantId,
    );
    expect([...perTenant.values()].every((own) => own.length === 2 || own.length === 3)).toBe(true);
    expect((await rowsRead()) - before).toBeLessThan(2_000);
  });

  /** Rows of the outbox that any scan has fetched. */
  async function rowsRead(): Promise<number> {
    // Statistics of other sessions come in when they are idle for a moment, or at once where asked.
    await db.relay.query('select pg_stat_force_next_flush()');
    await db.relay.query('select 1');
    const { rows: found } = await db.admin.query<{ read: number }>(
      `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_user_tables where relname = 'outbox'`,
    );
    return found[0]!.read;
  }
});
