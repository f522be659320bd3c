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
import { reasonOf, StartupProblem } from './startup-problem.js';

/** The address of the database as each of its roles. */
export type RoleUrls = Readonly<Record<DatabaseRole, string>>;

const notAllowed = '42501';
const lockTimedOut = '55P03';

/**
 * Roles, schemas and tables brought up to date. Safe to run at every start.
 *
 * @param adminUrl as somebody who may create roles, not through a pooler
 */
export async function prepareDatabase(
  adminUrl: string,
  passwords: Readonly<Record<DatabaseRole, string>>,
): Promise<void> {
  try {
    await provisionDatabase({ adminUrl, passwords });
    const urls = roleUrls(adminUrl, passwords);
    await migrateApp(urls.pilotage_owner);
    await migrateIdentity(urls.pilotage_identity);
    await migrateQueueTables(urls.pilotage_queue);
  } catch (error) {
    throw problemOf(error, decodeURIComponent(new URL(adminUrl).username));
  }
}

function problemOf(error: unknown, user: string): unknown {
  const reason = reasonOf(error);
  if (reason === notAllowed)
    return new StartupProblem(
      `The database user "${user}" may not do what Pilotage needs: ${(error as Error).message}. It has to be able to create ` +
        `roles (alter role "${user}" createrole) and to own the database; roles named pilotage_... that another user made, only ` +
        'that user or a superuser can take over.',
    );
  if (reason === lockTimedOut)
    return new StartupProblem(
      'Another start has been changing the tables of this database for ten minutes. Wait for its end, then start again.',
    );
  return error;
}

export function roleUrls(adminUrl: string, passwords: Readonly<Record<DatabaseRole, string>>): RoleUrls {
  const urls = databaseRoles.map((role) => [role, urlAs(adminUrl, role, passwords[role])]);
  return Object.fromEntries(urls) as RoleUrls;
}

/** The same database and user without the pooler, at the server that `direct` names. */
export function besidePooler(url: string, direct: string | undefined): string {
  if (!direct) return url;
  const address = new URL(url);
  address.host = new URL(direct).host;
  return address.toString();
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
