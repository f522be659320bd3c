import pg from 'pg';
import {
  databaseRoles,
  migrateApp,
  migrateQueueTables,
  provisionDatabase,
  urlAs,
  type DatabaseRole,
} from '@pilotage/platform';
import { migrateIdentity } from '@pilotage/tenancy';

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
  const urls = roleUrls(adminUrl, passwords);
  await migrateApp(urls.pilotage_owner);
  await migrateIdentity(urls.pilotage_identity);
  await migrateQueueTables(urls.pilotage_queue);
  return urls;
}

export function roleUrls(adminUrl: string, passwords: Readonly<Record<DatabaseRole, string>>): RoleUrls {
  const urls = databaseRoles.map((role) => [role, urlAs(adminUrl, role, passwords[role])]);
  return Object.fromEntries(urls) as RoleUrls;
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
