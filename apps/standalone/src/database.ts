import pg from 'pg';
import {
  databaseRoles,
  migrateApp,
  migrateQueueTables,
  provisionDatabase,
  urlAs,
  type DatabaseRole,
} from '@pilotage/platform';
import { StartupProblem } from './startup-problem.js';

/** The address of the database as each of its roles. */
export type RoleUrls = Readonly<Record<DatabaseRole, string>>;

/**
 * Roles, schemas and tables brought up to date. Safe to run at every start.
 *
 * @param adminUrl as somebody who may create roles
 */
export async function prepareDatabase(
  adminUrl: string,
  passwords: Readonly<Record<DatabaseRole, string>>,
): Promise<RoleUrls> {
  await provisionDatabase({ adminUrl, passwords });
  const urls = Object.fromEntries(
    databaseRoles.map((role) => [role, urlAs(adminUrl, role, passwords[role])]),
  ) as RoleUrls;
  await migrateApp(urls.pilotage_owner);
  await migrateQueueTables(urls.pilotage_queue);
  return urls;
}

/** Resolves when the own PostgreSQL of the user answers; its refusal is the user's to read. */
export async function assertAnswers(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new StartupProblem(
      `The PostgreSQL that DATABASE_URL names does not let us in: ${(error as Error).message || String(error)}. ` +
        'It should be postgres://user:password@host:port/database, of a user that may create roles; ' +
        'without DATABASE_URL the embedded PostgreSQL is used.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the database on the embedded server, where initdb made none of ours. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
