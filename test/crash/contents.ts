import { createHash } from 'node:crypto';
import type { TestDatabase } from '@pilotage/testing';

/** What says nothing of the portfolio: seats, and what the machinery keeps for itself. */
const LEFT_OUT = ['idempotency_key', 'member', 'member_unit', 'outbox', 'person', 'report', 'tenant_clock'];

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Where the last slice of an import began: as far as the one before it came in its time. */
const SLICE_START = /"next_row": \d+/;
/** Made of ids. */
const UNITS_VERSION = /"units_version": "\w+"/;
const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)/g;

export interface TableContents {
  readonly rows: number;
  readonly digest: string;
}

/**
 * What stands in each table of a tenant's portfolio, in a form that is equal for two tenants that were told the same:
 * initiatives by key, units by name, other ids and instants left out.
 */
export async function portfolioOf(
  db: TestDatabase,
  tenantId: string,
): Promise<Record<string, TableContents>> {
  const names = await namesOf(db, tenantId);
  const contents: Record<string, TableContents> = {};
  for (const table of await tables(db)) {
    const { rows } = await db.admin.query<{ row: string }>(
      `select to_jsonb(t)::text as row from app.${table} t where tenant_id = $1`,
      [tenantId],
    );
    const told = rows.map(({ row }) => anonymous(row, names)).sort();
    contents[table] = { rows: told.length, digest: sha256(told.join('\n')) };
  }
  return contents;
}

/** The results of stored reports, likewise, by the order in which they were asked for. */
export async function reportsOf(db: TestDatabase, tenantId: string): Promise<string[]> {
  const names = await namesOf(db, tenantId);
  const { rows } = await db.admin.query<{ result: string }>(
    `select kind || ' ' || result::text as result from app.report where tenant_id = $1 order by requested_at, id`,
    [tenantId],
  );
  return rows.map(({ result }) => `${result.split(' ')[0]} ${sha256(anonymous(result, names))}`);
}

function anonymous(row: string, names: ReadonlyMap<string, string>): string {
  return row
    .replaceAll(ID, (id) => names.get(id) ?? '<id>')
    .replaceAll(INSTANT, '<instant>')
    .replace(SLICE_START, '')
    .replace(UNITS_VERSION, '');
}

async function namesOf(db: TestDatabase, tenantId: string): Promise<Map<string, string>> {
  const { rows } = await db.admin.query<{ id: string; name: string }>(
    `select id::text, 'initiative ' || key_number as name from app.initiative where tenant_id = $1
     union all
     select unit_id::text, 'unit ' || name from app.unit_revision where tenant_id = $1 and superseded_at is null`,
    [tenantId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function tables(db: TestDatabase): Promise<string[]> {
  const { rows } = await db.admin.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and relrowsecurity
        and relname <> all ($1) order by relname`,
    [LEFT_OUT],
  );
  return rows.map(({ name }) => name);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
