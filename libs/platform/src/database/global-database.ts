import type pg from 'pg';
import { withParams, type Statement } from './prepared.js';

/** One role's connection to the global, content-free tables. No tenant is set, so no tenant row is ever visible through it. */
abstract class RoleDatabase {
  constructor(protected readonly pool: pg.Pool) {}

  async query<R extends object>(statement: Statement, params: readonly unknown[] = []): Promise<R[]> {
    const { rows } = await this.pool.query<R>(withParams(statement, params));
    return rows;
  }

  /** Several statements as one transaction. */
  async transaction<T>(work: (query: RoleDatabase['query']) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const result = await work(
        async <R extends object>(statement: Statement, params: readonly unknown[] = []) =>
          (await client.query<R>(withParams(statement, params))).rows,
      );
      const { command } = await client.query('commit');
      if (command !== 'COMMIT')
        throw new Error('The transaction was rolled back: one of its commands had failed.');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}

/** As pilotage_app, without a tenant: who may enter which tenant. */
export class GlobalDatabase extends RoleDatabase {}
/** As pilotage_operator: tenants and their state. */
export class OperatorDatabase extends RoleDatabase {}
/** As pilotage_relay: outbox and timers. */
export class RelayDatabase extends RoleDatabase {}
/** As pilotage_eraser: deletes what is erased, one tenant at a time. */
export class EraserDatabase extends RoleDatabase {}
