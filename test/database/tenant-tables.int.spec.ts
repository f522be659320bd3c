import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';

/** Tables without a tenant, on purpose: small, and without content. A new one needs a reason and a comment that says "global:". */
const GLOBAL_TABLES = [
  'link_token',
  'membership',
  'operator_account',
  'operator_request',
  'outbox',
  'schema_migration',
  'tenant',
  'timer',
];

/** Droppable copies of what is limited where it is entered. */
const CACHES = ['initiative_current', 'initiative_quarter'];

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());

const rows = async <R extends object>(sql: string, params: unknown[] = []): Promise<R[]> =>
  (await db.admin.query<R>(sql, params)).rows;

const names = async (sql: string, params: unknown[] = []): Promise<string[]> =>
  (await rows<{ name: string }>(sql, params)).map((row) => row.name).sort();

const TENANT_TABLES = `
  select c.oid, c.relname from pg_class c
   where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all($1)`;

describe('the schema', () => {
  it('has no table without a tenant but the global ones', async () => {
    const found = await names(
      `select c.relname as name from pg_class c
        where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
          and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull
                             and a.attnum = 1)`,
    );
    const withoutFirst = found.filter((name) => !GLOBAL_TABLES.includes(name));
    expect(withoutFirst).toEqual([]);
    expect((await rows(TENANT_TABLES, [GLOBAL_TABLES])).length).toBeGreaterThan(20);
  });

  it('says of each global table why it is one', async () => {
    const silent = await names(
      `select c.relname as name from pg_class c
        where c.relnamespace = 'app'::regnamespace and c.relname = any($1) and c.relname <> 'schema_migration'
          and coalesce(obj_description(c.oid), '') not like 'global:%'`,
      [GLOBAL_TABLES],
    );
    expect(silent).toEqual([]);
  });

  it('forces row-level security on every tenant table, with the one policy', async () => {
    const open = await names(
      `with t as (${TENANT_TABLES})
       select t.relname as name from t join pg_class c on c.oid = t.oid
        where not c.relrowsecurity or not c.relforcerowsecurity
           or (select array_agg(polname::text) from pg_policy p where p.polrelid = t.oid) is distinct from array['tenant_only']
           or exists (select from pg_policy p where p.polrelid = t.oid and (p.polwithcheck is null or p.polqual is null))`,
      [GLOBAL_TABLES],
    );
    expect(open).toEqual([]);
  });

  it('begins every primary key and unique index of a tenant table with the tenant', async () => {
    const wrong = await names(
      `with t as (${TENANT_TABLES})
       select t.relname || '.' || i.indexrelid::regclass as name from t join pg_index i on i.indrelid = t.oid
         join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id'
        where i.indisunique and i.indkey[0] <> a.attnum`,
      [GLOBAL_TABLES],
    );
    expect(wrong).toEqual([]);
  });

  it('carries the tenant in every foreign key between tenant tables', async () => {
    const wrong = await names(
      `with t as (${TENANT_TABLES})
       select k.conname as name from pg_constraint k join t on t.oid = k.conrelid join t target on target.oid = k.confrelid
        where k.contype = 'f' and not exists (
          select from unnest(k.conkey, k.confkey) as pair(here, there)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here and a.attname = 'tenant_id'
            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there and b.attname = 'tenant_id')`,
      [GLOBAL_TABLES],
    );
    expect(wrong).toEqual([]);
  });

  it('keeps history from being edited: no update but of the superseding mark, no delete', async () => {
    const wrong = await names(
      `select c.relname as name from pg_class c
        where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'superseded_at')
          and (has_table_privilege('pilotage_app', c.oid, 'delete') or has_table_privilege('pilotage_app', c.oid, 'update')
               or not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'refuse_history_edit'))`,
    );
    expect(wrong).toEqual([]);
  });

  it('limits the length of every text', async () => {
    const endless = await names(
      `with t as (${TENANT_TABLES})
       select t.relname || '.' || a.attname as name from t join pg_attribute a on a.attrelid = t.oid
        where a.atttypid = 'text'::regtype and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and t.relname <> all($2) and not exists (
          select from pg_constraint k where k.conrelid = t.oid and k.contype = 'c' and a.attnum = any(k.conkey))`,
      [GLOBAL_TABLES, CACHES],
    );
    expect(endless).toEqual([]);
  });
});

describe('the roles', () => {
  it('are neither superusers nor past row-level security, but for the backup', async () => {
    const strong = await names(
      `select rolname as name from pg_roles where rolname like 'pilotage\\_%' and (rolsuper or rolbypassrls or rolcreaterole)`,
    );
    expect(strong).toEqual(['pilotage_backup']);
  });

  it.each(['pilotage_relay', 'pilotage_operator', 'pilotage_identity', 'pilotage_queue'])(
    '%s holds no grant on a tenant table',
    async (role) => {
      const reachable = await names(
        `with t as (${TENANT_TABLES}) select relname as name from t
          where has_any_column_privilege($2, oid, 'select') or has_table_privilege($2, oid, 'insert')
             or has_any_column_privilege($2, oid, 'update') or has_table_privilege($2, oid, 'delete')`,
        [GLOBAL_TABLES, role],
      );
      expect(reachable).toEqual([]);
    },
  );

  it('show the application no row of any tenant table while no tenant is set', async () => {
    const tenant = await db.createTenant();
    await db.unitOfWork.run(tenant, (tx) => tx.history.settle());
    const tables = await names(`with t as (${TENANT_TABLES}) select relname as name from t`, [GLOBAL_TABLES]);
    const filled: string[] = [];
    for (const table of tables) {
      const found = await db.global.query(`select from app.${table} limit 1`);
      if (found.length > 0) filled.push(table);
    }
    expect(filled).toEqual([]);
  });

  it('have no function that runs as its owner', async () => {
    const definers = await names(
      `select proname as name from pg_proc where pronamespace = 'app'::regnamespace and prosecdef`,
    );
    expect(definers).toEqual([]);
  });
});
