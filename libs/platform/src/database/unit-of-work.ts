import type { Writable } from 'node:stream';
import type pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { TenantContext } from '../context/tenant-context.js';
import { InstantTooEarly } from './history.js';
import { setTenant } from './set-tenant.js';
import { textOf, withParams, type Statement } from './prepared.js';
import { TenantTx, type TenantReadTx } from './tenant-tx.js';

const ATTEMPTS = 4;
/** serialization_failure, deadlock_detected */
const REPEATABLE = new Set(['40001', '40P01']);

/** Called with every statement sent for a tenant; for specs that count them. */
export type StatementObserver = (sql: string) => void;

/**
 * The one door to tenant data. A transaction is bound to its tenant by `SET LOCAL` and row-level security, whatever
 * SQL runs in it; it succeeds only if every command did and COMMIT said COMMIT.
 */
export class UnitOfWork {
  private observer: StatementObserver | null = null;
  private clock: Date | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly readers: pg.Pool,
  ) {}

  /**
   * Runs `work` in one read-write transaction (READ COMMITTED). It may be repeated after a deadlock or a clock that
   * stood behind, so `work` must do nothing outside of it.
   */
  async run<T>(ctx: TenantContext, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    let floor: Date | null = null;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(ctx, work, floor);
      } catch (error) {
        if (attempt >= ATTEMPTS) throw error;
        if (error instanceof InstantTooEarly) floor = error.floor;
        else if (!isRepeatable(error)) throw error;
      }
    }
  }

  private async attempt<T>(
    ctx: TenantContext,
    work: (tx: TenantTx) => Promise<T>,
    floor: Date | null,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    try {
      await client.query(`begin; ${setTenant(ctx.tenantId)}`);
      const tx = new TenantTx(ctx, this.observed(runner), { floor, clock: this.clock });
      const result = await work(tx);
      await tx.flush();
      const { command } = await client.query('commit');
      // After a swallowed error PostgreSQL answers COMMIT with ROLLBACK, without an error of its own.
      if (command !== 'COMMIT')
        throw new Error('The transaction was rolled back: one of its commands had failed.');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Runs reads over one snapshot (REPEATABLE READ, read only). Statements sent together travel together. */
  async read<T>(ctx: TenantContext, work: (tx: TenantReadTx) => Promise<T>): Promise<T> {
    const client = await this.readers.connect();
    let broken: Error | undefined;
    try {
      sendTogether(client);
      const opened = client.query(
        `begin isolation level repeatable read read only; ${setTenant(ctx.tenantId)}`,
      );
      opened.catch(() => undefined);
      const result = await work({
        ctx,
        query: async <R extends object>(statement: Statement, params: readonly unknown[] = []) => {
          this.observer?.(textOf(statement));
          const [answer] = await Promise.all([client.query<R>(withParams(statement, params)), opened]);
          return answer.rows;
        },
      });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** One statement in a transaction of its own, in one round trip. */
  async readOne<R extends object>(
    ctx: TenantContext,
    statement: Statement,
    params: readonly unknown[] = [],
  ): Promise<R[]> {
    this.observer?.(textOf(statement));
    const client = await this.readers.connect();
    let broken: Error | undefined;
    try {
      sendTogether(client);
      const sent = await Promise.allSettled([
        client.query(`begin read only; ${setTenant(ctx.tenantId)}`),
        client.query<R>(withParams(statement, params)),
        client.query('commit'),
      ]);
      const failure = sent.find((answer) => answer.status === 'rejected');
      if (failure) throw failure.reason;
      return (sent[1] as PromiseFulfilledResult<pg.QueryResult<R>>).value.rows;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** For reads of one statement: each that is asked is a transaction of its own, in one round trip. */
  statements(ctx: TenantContext): TenantReadTx {
    return { ctx, query: (statement, params) => this.readOne(ctx, statement, params) };
  }

  /**
   * Makes what is written from now on carry `instant` (or a later one, where the tenant's history asks for it), until it
   * is set to null. For loading history that was recorded in the past, before anybody works in the tenant.
   */
  recordAt(instant: Date | null): void {
    this.clock = instant;
  }

  /** Lets a spec see every statement; null stops it. */
  observe(observer: StatementObserver | null): void {
    this.observer = observer;
  }

  private observed(runner: QueryRunner): QueryRunner['manager'] {
    if (!this.observer) return runner.manager;
    const { observer } = this;
    const original = runner.query.bind(runner);
    runner.query = ((sql: string, ...rest: unknown[]) => {
      observer(sql);
      return (original as (...args: unknown[]) => unknown)(sql, ...rest);
    }) as typeof runner.query;
    return runner.manager;
  }
}

/** What is asked in this tick leaves as one packet: every write is a system call, and wakes the server. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as pg.PoolClient & { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const isRepeatable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && REPEATABLE.has(String(error.code));

/** True for the violation of one named unique constraint or index, which callers turn into a typed error. */
export function violatesUnique(error: unknown, constraint: string): boolean {
  const found = error as { code?: unknown; constraint?: unknown; driverError?: unknown } | null;
  if (!found || typeof found !== 'object') return false;
  if (found.code === '23505' && found.constraint === constraint) return true;
  return found.driverError ? violatesUnique(found.driverError, constraint) : false;
}
