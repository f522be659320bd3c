import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { openWork } from './open-work.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
  await db.admin.query(
    `insert into outbox (id, kind, name, queue, payload, state, finished_at)
     select gen_random_uuid(), 'JOB', 'old', 'bulk', '{}', state, now()
       from generate_series(1, 3) n, unnest(array['DONE', 'CANCELLED', 'FAILED', 'PENDING']) state`,
  );
});
afterAll(() => db.close());

describe('work that is not done with', () => {
  it('is counted by state', async () => {
    const rows = await openWork(db.relay);
    expect(rows.sort((a, b) => a.state.localeCompare(b.state))).toEqual([
      { state: 'FAILED', count: 3 },
      { state: 'PENDING', count: 3 },
    ]);
  });

  it('is found without reading what is done', async () => {
    const plan = await db.relay.transaction(async (query) => {
      await query('set local enable_seqscan = off');
      return openWork({ query: (sql) => query(`explain ${sql}`) });
    });
    expect(JSON.stringify(plan)).toMatch(/using outbox_open|on outbox_open/);
  });
});
