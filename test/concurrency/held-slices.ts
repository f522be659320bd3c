import type pg from 'pg';
import type { TestDatabase } from '@pilotage/testing';
import { until } from '../support/until.js';

const KEY = 20_241_216;

/**
 * Stops a tenant's imports, batch by batch, where a batch has written all that it writes and is about to commit, with
 * everything that it locked; and tells who waits for it.
 */
export class HeldSlices {
  private holder: pg.PoolClient | null = null;

  constructor(private readonly db: TestDatabase) {}

  /** @param tenantId whose imports can be held; those of others go on */
  async prepare(tenantId: string): Promise<void> {
    await this.db.admin.query(`
      create function hold() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(${KEY}); return null; end $$;
      create trigger hold after update of next_row on import for each row
        when (new.tenant_id = '${tenantId}' and new.round = old.round) execute function hold()`);
  }

  /** From now on. */
  async hold(): Promise<void> {
    this.holder = await this.db.admin.connect();
    await this.holder.query(`select pg_advisory_lock(${KEY})`);
  }

  /** Lets the batch that stands still end, and holds one after it. */
  async next(): Promise<void> {
    await this.holder!.query(`select pg_advisory_unlock(${KEY})`);
    await this.holder!.query(`select pg_advisory_lock(${KEY})`);
  }

  async release(): Promise<void> {
    if (!this.holder) return;
    await this.holder.query(`select pg_advisory_unlock(${KEY})`);
    this.holder.release();
    this.holder = null;
  }

  /** Waits until a batch stands still. Returns the process id of its transaction. */
  held(): Promise<number> {
    return until(
      'a batch that stands still',
      async () => {
        const { rows } = await this.db.admin.query<{ pid: number }>(
          `select pid from pg_locks where locktype = 'advisory' and objid = ${KEY} and not granted
              and database = (select oid from pg_database where datname = current_database())`,
        );
        return rows[0]?.pid;
      },
      { everyMs: 5 },
    );
  }

  /** Waits until so many wait for the batch that stands still, or for somebody who does. */
  async untilWaiting(count: number): Promise<void> {
    const pid = await this.held();
    await until(
      `${count} who wait`,
      async () => {
        const { rows } = await this.db.admin.query<{ waiting: number }>(
          `with recursive waiting(pid) as (
             select $1::int union
             select a.pid from pg_stat_activity a join waiting w on w.pid = any(pg_blocking_pids(a.pid))
           ) select count(*)::int - 1 as waiting from waiting`,
          [pid],
        );
        return rows[0]!.waiting >= count;
      },
      { everyMs: 5 },
    );
  }
}
