import pg from 'pg';
import { PooledClient } from './pooled-client.js';
import { UnpreparedClient } from './prepared.js';

const DATE_OID = 1082;

/**
 * Days travel as text: pg's own parser makes a local midnight of them, which is the day before once written
 * in UTC anywhere east of Greenwich.
 */
pg.types.setTypeParser(DATE_OID, (text) => text);

export interface PoolOptions {
  url: string;
  size: number;
  /** Sends a whole transaction without waiting for the answers in between: one round trip instead of four. */
  pipeline?: boolean;
  /** Keeps `prepared` statements on the connections; not behind a pooler that does not know them. */
  prepares?: boolean;
  /** How connections are made, where not as all are. */
  Client?: typeof pg.Client;
  onError: (error: Error) => void;
}

/** A pool whose connections may die (server restart, failover) without taking the process with them. */
export function createPool({
  url,
  size,
  pipeline = false,
  prepares = true,
  Client = prepares ? PooledClient : UnpreparedClient,
  onError,
}: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    Client,
    pipeline,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  } as pg.PoolConfig);
  pool.on('error', onError);
  return pool;
}
