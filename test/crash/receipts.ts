import type { TestDatabase } from '@pilotage/testing';
import { until } from '../support/until.js';

/** The work of one job that is in hand: given to the queue, and claimed by a worker. */
export interface InHand {
  readonly admitted: number;
  readonly running: number;
}

export async function inHand(db: TestDatabase, tenantId: string, job: string): Promise<InHand> {
  const { rows } = await db.admin.query<InHand>(
    `select count(*) filter (where state = 'ADMITTED')::int as admitted,
            count(*) filter (where state = 'RUNNING')::int as running
       from app.outbox where tenant_id = $1 and name = $2`,
    [tenantId, job],
  );
  return rows[0]!;
}

/**
 * Lets the leases of a dead worker run out without waiting for it: 15 seconds for a slice, 30 for a report, 60 for what
 * nobody had claimed yet.
 */
export async function endLeases(db: TestDatabase): Promise<void> {
  await db.admin.query(
    `update app.outbox set lease_until = now() - interval '1 minute' where state in ('ADMITTED', 'RUNNING')`,
  );
}

export interface ReceiptCounts {
  readonly name: string;
  readonly state: string;
  readonly count: number;
  /** The most often that one row was given to the queue; slices are given anew each time. */
  readonly admissions: number;
}

/** What became of all the work of a tenant, once none is left. */
export async function receiptsOf(db: TestDatabase, tenantId: string): Promise<ReceiptCounts[]> {
  await until('the end of all work', async () => {
    const { rows } = await db.admin.query(
      `select from app.outbox where tenant_id = $1 and state in ('PENDING', 'ADMITTED', 'RUNNING') limit 1`,
      [tenantId],
    );
    return rows.length === 0;
  });
  const { rows } = await db.admin.query<ReceiptCounts>(
    `select name, state, count(*)::int as count, max(admission)::int as admissions from app.outbox
      where tenant_id = $1 group by name, state order by name, state`,
    [tenantId],
  );
  return rows;
}
