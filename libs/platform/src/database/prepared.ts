import { PooledClient } from './pooled-client.js';
import { createHash } from 'node:crypto';
import type pg from 'pg';

/** A statement that each connection parses and plans once. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

/** A text, or one that is worth keeping prepared. */
export type Statement = string | PreparedStatement;

const known = new Map<string, PreparedStatement>();

/**
 * For what nearly every request asks: planning under row-level security takes PostgreSQL longer than answering from an
 * index. Each text stays on each connection, so there must be few: none that is put together from what people choose.
 */
export function prepared(text: string): PreparedStatement {
  let statement = known.get(text);
  if (!statement) {
    statement = { name: createHash('sha256').update(text).digest('hex').slice(0, 32), text };
    known.set(text, statement);
  }
  return statement;
}

export const textOf = (statement: Statement): string =>
  typeof statement === 'string' ? statement : statement.text;

export function withParams(statement: Statement, params: readonly unknown[]): pg.QueryConfig {
  const values = [...params];
  return typeof statement === 'string' ? { text: statement, values } : { ...statement, values };
}

/** Prepares nothing, for poolers that give the connection to somebody else in between. */
export class UnpreparedClient extends PooledClient {
  // The overloads of pg cannot be followed; all are passed on as they come.
  override query(config: unknown, ...rest: unknown[]): never {
    const plain =
      typeof config === 'object' && config !== null && 'text' in config && 'name' in config
        ? { ...config, name: undefined }
        : config;
    return (super.query as (...args: unknown[]) => never)(plain, ...rest);
  }
}
