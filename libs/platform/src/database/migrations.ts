import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { runMigrations as migrateQueue } from 'bullmq';
import pg from 'pg';

/** libs/, from libs/platform/{src,dist}/database alike. */
const LIBRARIES = fileURLToPath(new URL('../../../', import.meta.url));
const FILE_NAME = /^(\d{13})-([a-z0-9-]+)\.sql$/;

type MigrationClass = new () => MigrationInterface;

/**
 * The migrations of all libraries: `libs/<library>/migrations/<13 digits>-<name>.sql`, plain SQL in the order of
 * their numbers, each in a transaction of its own.
 *
 * @throws Error when a file is misnamed or a number is taken twice
 */
export function findMigrations(librariesFolder = LIBRARIES): MigrationClass[] {
  const files = readdirSync(librariesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((library) => migrationFiles(join(librariesFolder, library.name, 'migrations')));
  const numbers = new Set<string>();
  for (const { number, path } of files) {
    if (numbers.has(number)) throw new Error(`Migration number ${number} is taken twice, also by ${path}.`);
    numbers.add(number);
  }
  return files.sort((a, b) => a.number.localeCompare(b.number)).map(toClass);
}

interface MigrationFile {
  number: string;
  name: string;
  path: string;
}

function migrationFiles(folder: string): MigrationFile[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  } catch {
    return [];
  }
  return names.map((name) => {
    const [, number, title] = FILE_NAME.exec(name) ?? [];
    if (!number || !title)
      throw new Error(`${join(folder, name)}: a migration is named <13 digits>-<name>.sql.`);
    return { number, name: title, path: join(folder, name) };
  });
}

function toClass({ number, name, path }: MigrationFile): MigrationClass {
  const sql = readFileSync(path, 'utf8');
  return class {
    /** TypeORM wants the time stamp at the end of the name. */
    readonly name = `${name}${number}`;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }
    async down(): Promise<void> {
      throw new Error(`Migration ${number}-${name} goes one way; restore a backup to go back.`);
    }
  };
}

/**
 * Brings the schema `app` up to date as its owner, after whoever else is at it. Returns the names of the migrations that
 * ran.
 *
 * @throws QueryFailedError 55P03 when the other one takes longer than ten minutes
 */
export async function migrateApp(ownerUrl: string): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: 'app',
    migrations: findMigrations(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  await dataSource.initialize();
  try {
    // Locked by a transaction: a session's lock would stay on the connection that a pooler keeps, and stop every later start.
    const done = await dataSource.transaction(async (guard) => {
      await guard.query(
        `set local lock_timeout = '10min'; set local idle_in_transaction_session_timeout = 0`,
      );
      await guard.query(`select pg_advisory_xact_lock(hashtext('pilotage migrate'))`);
      return dataSource.runMigrations();
    });
    return done.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** Brings the queue's tables on PostgreSQL up to date. */
export async function migrateQueueTables(queueUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: queueUrl });
  await client.connect();
  try {
    await migrateQueue(client, 'bullmq');
  } finally {
    await client.end();
  }
}
