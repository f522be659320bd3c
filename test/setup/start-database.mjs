import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** What the spec files know it by: libs/testing/src/test-server.ts. */
const TEST_SERVER = 'PILOTAGE_TEST_SERVER';
const TEST_PASSWORD = 'test';
const TEMPLATE_DATABASE = 'pilotage_template';

/** Data that a crash may take: a test server has nothing to lose, and is several times as quick without. */
const CARELESS = [
  'fsync = off',
  'synchronous_commit = off',
  'full_page_writes = off',
  'log_min_messages = fatal',
];

/**
 * One PostgreSQL for the whole run, with a migrated template database that every spec file clones.
 * Jest loads this file itself, untransformed, so it uses the built libraries.
 */
export default async function startDatabase() {
  execFileSync('nx', ['run-many', '-t', 'build', '-p', 'platform,tenancy,standalone'], {
    env: { ...process.env, NX_DAEMON: 'false', PATH: `node_modules/.bin:${process.env.PATH}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { findDatabaseUser } = await import('../../apps/standalone/dist/database-user.js');
  const { findBinaries } = await import('../../apps/standalone/dist/postgres/binaries.js');
  const { addressOf, startPostgres } = await import('../../apps/standalone/dist/postgres/server.js');

  const folder = await mkdtemp(join(tmpdir(), 'pilotage-test-'));
  await chmod(folder, 0o711);
  const user = await findDatabaseUser();
  const cluster = {
    folder: join(folder, 'postgres'),
    logFile: join(folder, 'log'),
    password: TEST_PASSWORD,
    user,
    binaries: await findBinaries(folder, user),
  };
  const server = await startPostgres(cluster);
  globalThis.stopTestDatabase = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };

  const address = addressOf(cluster, server.port);
  const adminUrl = `postgres://${address.user}:${TEST_PASSWORD}@${address.host}:${server.port}/postgres`;
  process.env[TEST_SERVER] = adminUrl;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (const setting of CARELESS) await client.query(`alter system set ${setting}`);
  await client.query('select pg_reload_conf()');
  await client.query(`create database ${TEMPLATE_DATABASE}`);
  await client.end();
  await buildTemplate(adminUrl);
}

async function buildTemplate(adminUrl) {
  const { databaseRoles, migrateApp, migrateQueueTables, provisionDatabase, urlAs } =
    await import('../../libs/platform/dist/index.js');
  const { migrateIdentity } = await import('../../libs/tenancy/dist/index.js');
  const template = new URL(adminUrl);
  template.pathname = `/${TEMPLATE_DATABASE}`;
  const passwords = Object.fromEntries(databaseRoles.map((role) => [role, TEST_PASSWORD]));
  await provisionDatabase({ adminUrl: template.toString(), passwords });
  await migrateApp(urlAs(template.toString(), 'pilotage_owner', TEST_PASSWORD));
  await migrateIdentity(urlAs(template.toString(), 'pilotage_identity', TEST_PASSWORD));
  await migrateQueueTables(urlAs(template.toString(), 'pilotage_queue', TEST_PASSWORD));
}
