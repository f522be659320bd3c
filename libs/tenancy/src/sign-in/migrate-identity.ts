import { getMigrations } from 'better-auth/db/migration';
import { createLogger, createPool } from '@pilotage/platform';
import { authOptions } from './auth.js';

/**
 * Brings the schema `identity` up to date: better-auth's tables and the counts of attempts. Safe to run at every
 * start, which also sweeps out the sessions that ended.
 *
 * @param identityUrl the database as pilotage_identity
 */
export async function migrateIdentity(identityUrl: string): Promise<void> {
  const logger = createLogger('warn', 'migrate-identity');
  const onError = (err: Error): void => logger.warn({ event: 'identity_connection_lost', err });
  const pool = createPool({ url: identityUrl, size: 2, onError });
  // Neither is read: tables depend on neither.
  const unused = { PUBLIC_URL: 'http://localhost', AUTH_SECRET: '' };
  try {
    const { runMigrations } = await getMigrations(authOptions(unused, pool, logger));
    await runMigrations();
    await pool.query(
      `create table if not exists identity.attempt (
         key text primary key check (length(key) <= 200),
         count int not null,
         window_ends_at timestamptz not null
       )`,
    );
    await pool.query('delete from identity.session where "expiresAt" < now()');
  } finally {
    await pool.end();
  }
}
