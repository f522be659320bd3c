import { getMigrations } from 'better-auth/db/migration';
import type { Config, Logger } from '@pilotage/platform';
import { authOptions } from './auth.js';
import { openIdentityPool } from './identity-pool.js';

/**
 * Brings the schema `identity` up to date as its own role: better-auth's tables and the counts of attempts. Safe to
 * run at every start.
 */
export async function migrateIdentity(config: Config, logger: Logger): Promise<void> {
  const pool = openIdentityPool(config, logger);
  try {
    const { runMigrations } = await getMigrations(authOptions(config, pool, logger));
    await runMigrations();
    await pool.query(
      `create table if not exists identity.attempt (
         key text primary key check (length(key) <= 200),
         count int not null,
         window_ends_at timestamptz not null
       )`,
    );
  } finally {
    await pool.end();
  }
}
