import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { z } from 'zod';
import type { TenantContext } from '../context/tenant-context.js';
import { BadInputError } from '../errors/domain-error.js';
import { newId } from '../id/id.js';
import { defineJob } from '../jobs/contract.js';
import { withIdempotency } from './idempotency.js';

const probe = defineJob({
  name: 'probe',
  queue: 'interactive',
  payload: z.object({ subject: z.string() }),
  identityOf: (payload) => payload.subject,
});

let db: TestDatabase;
let ours: TenantContext;
let theirs: TenantContext;

beforeAll(async () => {
  db = await TestDatabase.open();
  ours = await db.createTenant();
  theirs = await db.createTenant();
  await db.admin.query(`
    create table note (tenant_id uuid not null references tenant, id uuid, text text not null,
      fact_id uuid not null, recorded_at timestamptz(3) not null, recorded_by uuid,
      superseded_at timestamptz(3), superseded_by uuid, primary key (tenant_id, id));
    select app.guard_history_table('note');`);
});
afterAll(() => db.close());

const texts = (ctx: TenantContext): Promise<string[]> =>
  db.unitOfWork.read(ctx, async (tx) => {
    const rows = await tx.query<{ text: string }>(
      'select text from note where superseded_at is null order by text',
    );
    return rows.map((row) => row.text);
  });

describe('the unit of work', () => {
  it('shows a tenant its own rows only, whatever the statement says', async () => {
    await db.unitOfWork.run(ours, (tx) => tx.history.append('note', [{ text: 'ours' }]));
    await db.unitOfWork.run(theirs, (tx) => tx.history.append('note', [{ text: 'theirs' }]));
    expect(await texts(ours)).toEqual(['ours']);
    expect(await texts(theirs)).toEqual(['theirs']);
    expect(await db.global.query('select * from note')).toEqual([]);
  });

  it('refuses to write a row of another tenant', async () => {
    const write = db.unitOfWork.run(ours, (tx) =>
      tx.query(
        `insert into note (tenant_id, id, fact_id, text, recorded_at) values ($1, $2, $2, 'smuggled', now())`,
        [theirs.tenantId, newId()],
      ),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('refuses anything but a UUID as tenant', async () => {
    const forged = { ...ours, tenantId: `x'; drop table note; --` as TenantContext['tenantId'] };
    await expect(db.unitOfWork.run(forged, () => Promise.resolve())).rejects.toThrow(/UUID/);
  });

  it('fails when a command failed, even if the work swallowed the error', async () => {
    const work = db.unitOfWork.run(ours, async (tx) => {
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow();
  });

  it('leaves nothing behind on the connection: the next transaction starts without a tenant', async () => {
    await db.unitOfWork.readOne(ours, 'select 1');
    const rows = await db.global.query(`select current_setting('app.tenant_id', true) as tenant`);
    expect([null, '']).toContain((rows[0] as { tenant: string | null }).tenant);
  });

  it('reads days as text and several statements over one snapshot', async () => {
    const days = await db.unitOfWork.readOne(ours, `select date '2024-02-29' as day`);
    expect(days).toEqual([{ day: '2024-02-29' }]);
  });
});

describe('history', () => {
  it('is superseded once, and the application may not edit or delete it', async () => {
    const id = newId();
    await db.unitOfWork.run(ours, (tx) => tx.history.append('note', [{ id, text: 'draft' }]));
    await db.unitOfWork.run(ours, (tx) => tx.history.supersede('note', id, { text: 'final' }));
    await expect(
      db.unitOfWork.run(ours, (tx) => tx.history.supersede('note', id, { text: 'late' })),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(
      db.unitOfWork.run(ours, (tx) => tx.query(`update note set text = 'edited'`)),
    ).rejects.toThrow(/permission denied/);
    await expect(db.unitOfWork.run(ours, (tx) => tx.query('delete from note'))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('gives all rows of a transaction one instant, later than what was settled', async () => {
    const settled = await db.unitOfWork.run(ours, (tx) => tx.history.settle());
    await db.unitOfWork.run(ours, async (tx) => {
      await tx.history.append('note', [{ text: 'a' }]);
      await tx.history.append('note', [{ text: 'b' }, { text: 'c' }]);
    });
    const rows = await db.unitOfWork.readOne<{ at: Date }>(
      ours,
      `select distinct recorded_at as at from note where text in ('a', 'b', 'c')`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.at.getTime()).toBeGreaterThan(settled.getTime());
  });

  it('goes on when the clock stands behind the row to be superseded', async () => {
    const id = newId();
    await db.admin.query(
      `insert into note (tenant_id, id, fact_id, text, recorded_at) values ($1, $2, $2, 'from the future', now() + interval '1 hour')`,
      [ours.tenantId, id],
    );
    await db.unitOfWork.run(ours, (tx) => tx.history.supersede('note', id, { text: 'corrected' }));
    expect(await texts(ours)).toContain('corrected');
  });

  it('what is known at a settled instant never changes, with eight writers and a reader at once', async () => {
    const tenant = await db.createTenant();
    const known = async (at: Date): Promise<number> => {
      const [row] = await db.unitOfWork.readOne<{ count: number }>(
        tenant,
        'select count(*)::int as count from note where recorded_at <= $1',
        [at],
      );
      return row!.count;
    };
    const observed: { at: Date; count: number }[] = [];
    const writer = async (): Promise<void> => {
      for (let i = 0; i < 25; i += 1) {
        await db.unitOfWork.run(tenant, (tx) => tx.history.append('note', [{ text: `note ${i}` }]));
      }
    };
    const reader = async (): Promise<void> => {
      for (let i = 0; i < 25; i += 1) {
        const at = await db.unitOfWork.run(tenant, (tx) => tx.history.settle());
        observed.push({ at, count: await known(at) });
      }
    };
    await Promise.all([...Array.from({ length: 8 }, writer), reader(), reader()]);
    for (const { at, count } of observed) expect(await known(at)).toBe(count);
    expect(observed).toHaveLength(50);
  });
});

describe('the outbox', () => {
  it('takes work with the transaction, not without it', async () => {
    await expect(
      db.unitOfWork.run(ours, async (tx) => {
        tx.enqueue(probe, { subject: 'rolled back' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await db.unitOfWork.run(ours, async (tx) => void tx.enqueue(probe, { subject: 'kept' }));
    const rows = await db.relay.query(`select identity from outbox where tenant_id = $1`, [ours.tenantId]);
    expect(rows).toEqual([{ identity: 'kept' }]);
  });

  it('coalesces pending work of one identity', async () => {
    const tenant = await db.createTenant();
    for (let i = 0; i < 3; i += 1) {
      await db.unitOfWork.run(tenant, async (tx) => void tx.enqueue(probe, { subject: 'same' }));
    }
    const rows = await db.relay.query(`select 1 from outbox where tenant_id = $1`, [tenant.tenantId]);
    expect(rows).toHaveLength(1);
  });
});

describe('a connection that dies while it is used', () => {
  type Query = <R extends object>(sql: string) => Promise<R[]>;

  /** As a restart of the server does. */
  async function die(query: Query): Promise<void> {
    const [own] = await query<{ pid: number }>('select pg_backend_pid() as pid');
    await db.admin.query('select pg_terminate_backend($1)', [own!.pid]);
    await sleep(200);
    await query('select 1');
  }

  it.each([
    ['a transaction', () => db.unitOfWork.run(ours, (tx) => die((sql) => tx.query(sql)))],
    ['a snapshot', () => db.unitOfWork.read(ours, (tx) => die((sql) => tx.query(sql)))],
    ['the global tables', () => db.relay.transaction((query) => die(query))],
  ])('fails %s and nothing else', async (_, work) => {
    await expect(work()).rejects.toThrow(/connection/i);
    expect(await texts(ours)).toEqual(expect.any(Array));
    expect(await db.relay.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('an idempotency key', () => {
  const request = (input: unknown) => ({ mutation: 'probe', key: 'key-12345', input });

  it('runs the work once, also for two callers at the same moment', async () => {
    let runs = 0;
    const call = (): Promise<string> =>
      db.unitOfWork.run(ours, (tx) =>
        withIdempotency(tx, request({ a: 1 }), () => {
          runs += 1;
          return Promise.resolve(newId());
        }),
      );
    const [first, second] = await Promise.all([call(), call()]);
    expect(first).toBe(second);
    expect(runs).toBe(1);
  });

  it('refuses the key for another input', async () => {
    const call = db.unitOfWork.run(ours, (tx) =>
      withIdempotency(tx, request({ a: 2 }), () => Promise.resolve(newId())),
    );
    await expect(call).rejects.toBeInstanceOf(BadInputError);
  });

  it('is as good as new after a day', async () => {
    const call = (input: unknown): Promise<string> =>
      db.unitOfWork.run(theirs, (tx) => withIdempotency(tx, request(input), () => Promise.resolve(newId())));
    const first = await call({ a: 1 });
    await db.admin.query(
      `update idempotency_key set created_at = now() - interval '25 hours' where tenant_id = $1`,
      [theirs.tenantId],
    );
    const second = await call({ a: 2 });
    expect(second).not.toBe(first);
    expect(await call({ a: 2 })).toBe(second);
  });
});

describe('history recorded in the past', () => {
  it('carries the instant it is told, but never one that is settled', async () => {
    const tenant = await db.createTenant();
    const instantOf = async (recordedAt: Date): Promise<Date> => {
      db.unitOfWork.recordAt(recordedAt);
      try {
        return await db.unitOfWork.run(tenant, (tx) => tx.history.instant());
      } finally {
        db.unitOfWork.recordAt(null);
      }
    };
    const past = new Date('2024-05-01T09:00:00.000Z');
    expect(await instantOf(past)).toEqual(past);
    const settled = await db.unitOfWork.run(tenant, (tx) => tx.history.settle());
    expect((await instantOf(past)).getTime()).toBe(settled.getTime() + 1);
  });
});
