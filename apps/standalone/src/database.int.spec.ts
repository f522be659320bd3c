import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { databaseRoles, type DatabaseRole } from '@pilotage/platform';
import { findDatabaseUser } from './database-user.js';
import { prepareDatabase, roleUrls } from './database.js';
import { findBinaries } from './postgres/binaries.js';
import { startPostgres, type PostgresServer } from './postgres/server.js';

/** A server of its own: roles belong to the whole of it. */
let folder: string;
let server: PostgresServer;

const passwords = Object.fromEntries(databaseRoles.map((role) => [role, 'first'])) as Record<
  DatabaseRole,
  string
>;

const urlOf = (user: string, database: string): string =>
  `postgres://${user}:first@127.0.0.1:${server.port}/${database}`;

async function query<Row extends pg.QueryResultRow>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const sql of statements) ({ rows } = await client.query<Row>(sql));
    return rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilotage-own-postgres-'));
  await chmod(folder, 0o711);
  const user = await findDatabaseUser();
  server = await startPostgres({
    folder: join(folder, 'postgres'),
    logFile: join(folder, 'log'),
    password: 'first',
    user,
    binaries: await findBinaries(folder, user),
  });
  await query(
    urlOf('postgres', 'postgres'),
    `create role host login createrole password 'first'`,
    `create role guest login password 'first'`,
    'create database hosted owner host',
    'create database visited owner guest',
  );
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a PostgreSQL of the user', () => {
  it('is prepared at every start by a user who may create roles and owns the database', async () => {
    const url = urlOf('host', 'hosted');
    await prepareDatabase(url, passwords);
    const again = Object.fromEntries(databaseRoles.map((role) => [role, 'second'])) as typeof passwords;
    await prepareDatabase(url, again);
    expect(await query(roleUrls(url, again).pilotage_app, 'select count(*)::int from app.tenant')).toEqual([
      { count: 0 },
    ]);
  });

  it('gives its roles no rights over the server', async () => {
    const [most] = await query(
      urlOf('postgres', 'postgres'),
      `select bool_or(rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls) as "isMighty"
         from pg_roles where rolname like 'pilotage\\_%'`,
    );
    expect(most).toEqual({ isMighty: false });
  });

  it('says what its user lacks', async () => {
    await expect(prepareDatabase(urlOf('guest', 'visited'), passwords)).rejects.toThrow(
      /^The database user "guest" may not do what Pilotage needs: permission denied.*createrole/,
    );
  });
});
