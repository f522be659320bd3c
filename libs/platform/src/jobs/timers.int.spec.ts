import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { newId } from '../id/id.js';
import { createLogger } from '../observability/logger.js';
import { JobRegistry } from './registry.js';
import { TimerWheel } from './timers.js';

let db: TestDatabase;
let wheel: TimerWheel;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.admin.query('delete from timer; delete from outbox');
  wheel = new TimerWheel(db.relay, new JobRegistry([], []), createLogger('silent', 'test'));
});

const now = new Date('2026-06-30T12:00:00Z');

async function timer(timeZone: string, nextAt: string): Promise<void> {
  const { tenantId } = await db.createTenant();
  await db.relay.query(
    `insert into timer (id, tenant_id, name, schedule, time_zone, next_at) values ($1, $2, 'wake', 'daily 06:00', $3, $4)`,
    [newId(), tenantId, timeZone, nextAt],
  );
}
const nextRuns = async (): Promise<string[]> =>
  (await db.relay.query<{ at: Date }>('select next_at as at from timer order by 1')).map(({ at }) =>
    at.toISOString(),
  );
const work = (): Promise<object[]> => db.relay.query('select name, state from outbox');

describe('a timer', () => {
  it('that was missed for days runs once', async () => {
    await timer('UTC', '2026-06-20T06:00:00Z');
    await wheel.tick(now);
    await wheel.tick(now);
    expect(await work()).toEqual([{ name: 'wake', state: 'PENDING' }]);
    expect(await nextRuns()).toEqual(['2026-07-01T06:00:00.000Z']);
  });

  it('that cannot be read keeps no other from running', async () => {
    await timer('Atlantis/Deep', '2026-06-30T05:00:00Z');
    await timer('UTC', '2026-06-30T06:00:00Z');
    await wheel.tick(now);
    expect(await work()).toHaveLength(2);
    expect(await nextRuns()).toEqual(['2026-07-01T06:00:00.000Z', '2026-07-01T12:00:00.000Z']);
  });

  it("is of one tenant: the application sees and changes nobody else's, and deletes none", async () => {
    await timer('UTC', '2026-07-01T06:00:00Z');
    const stranger = await db.createTenant();
    expect(await db.global.query('select id from timer')).toEqual([]);
    await db.unitOfWork.run(stranger, async (tx) => {
      expect(await tx.query('select id from timer')).toEqual([]);
      expect(await tx.query(`update timer set next_at = 'infinity' returning id`)).toEqual([]);
    });
    await expect(
      db.unitOfWork.run(stranger, (tx) => tx.query('delete from timer returning id')),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('receipts', () => {
  it('that nobody asks for any more go in pieces, all of them', async () => {
    await db.admin.query(
      `insert into outbox (id, kind, name, queue, payload, state, finished_at)
       select gen_random_uuid(), 'JOB', 'old', 'bulk', '{}', s, now() - age
         from generate_series(1, 6000), unnest(array['DONE', 'FAILED']) s,
              unnest(array[interval '31 days', interval '8 days', interval '1 day']) age`,
    );
    await wheel.tick(new Date());
    const left = await db.relay.query(
      `select state, count(*)::int as count from outbox group by state order by state`,
    );
    expect(left).toEqual([
      { state: 'DONE', count: 6000 },
      { state: 'FAILED', count: 12_000 },
    ]);
  });
});
