import pg from 'pg';

/**
 * A connection that may die (server restart, failover) without taking the process with it: whoever uses it hears of it
 * from the query that fails, and of idle ones their pool does.
 */
export class PooledClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
