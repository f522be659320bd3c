import { Redis } from 'ioredis';
import pg from 'pg';
import { besidePooler } from './database.js';
import { StartupProblem } from './startup-problem.js';

const patienceMs = 10_000;
const oldestVersion = 150_000;

/** Resolves when the user's own PostgreSQL is recent enough and lets us in, through its pooler and beside it. */
export async function assertDatabaseAnswers(databaseUrl: string, direct: string | undefined): Promise<void> {
  await assertPostgresAnswers('DATABASE_URL', databaseUrl);
  if (direct) await assertPostgresAnswers('DATABASE_DIRECT_URL', besidePooler(databaseUrl, direct));
}

async function assertPostgresAnswers(variable: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; name: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as name`,
    );
    if (rows[0]!.version < oldestVersion)
      throw new Error(`PostgreSQL 15 or later is needed, and it is ${rows[0]!.name}`);
  } catch (error) {
    throw new StartupProblem(
      `The PostgreSQL that ${variable} names does not let us in: ${messageOf(error)}. ` +
        'It should be postgres://user:password@host:port/database, of a user that may create roles; ' +
        'without DATABASE_URL the embedded PostgreSQL is used.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Resolves when the user's own Redis or Valkey lets us in. */
export async function assertRedisAnswers(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: patienceMs,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let reason: unknown;
  redis.on('error', (error) => (reason = error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw new StartupProblem(
      `The Redis that REDIS_URL names does not let us in: ${messageOf(reason ?? error)}. ` +
        'It should be redis://user:password@host:port; without REDIS_URL the queue is in PostgreSQL.',
    );
  } finally {
    redis.disconnect();
  }
}

/** A failed connection to a name with several addresses has one error per address, and no message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && !error.message) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
