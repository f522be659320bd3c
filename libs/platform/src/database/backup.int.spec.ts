import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase, TEST_PASSWORD } from '@pilotage/testing';
import pg from 'pg';
import { urlAs } from './roles.js';

let db: TestDatabase;
let backup: pg.Client;
beforeAll(async () => {
  db = await TestDatabase.open();
  backup = new pg.Client({
    connectionString: urlAs(db.config.DATABASE_URL_APP, 'pilotage_backup', TEST_PASSWORD),
  });
  await backup.connect();
});
afterEach(() => backup.query('rollback'));
afterAll(async () => {
  await backup.end();
  await db.close();
});

describe('the backup role', () => {
  // As pg_dump does: it locks every table, and asks for all rows or an error.
  it('reads every row of every table, as pg_dump of the whole database asks', async () => {
    await db.createTenant();
    const { rows: tables } = await db.admin.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'S', 'v') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
    );
    expect(tables.length).toBeGreaterThan(40);
    await backup.query('begin; set local row_security = off');
    for (const { name } of tables) await backup.query(`select * from ${name} limit 1`);
    const { rows } = await backup.query('select count(*)::int as count from app.tenant');
    expect(rows[0].count).toBeGreaterThan(0);
  });

  it('writes nothing', async () => {
    await expect(backup.query('delete from app.tenant')).rejects.toThrow(/permission denied/);
    await expect(backup.query(`update identity."user" set name = ''`)).rejects.toThrow(/permission denied/);
  });
});
