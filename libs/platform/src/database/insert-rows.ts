import type { EntityManager } from 'typeorm';

/** A row by its columns in camelCase. `object`, so that an interface without index signature is one, too. */
export type Row = object;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Column types by table; they change only with a migration, and a process does not outlive one. */
const typesByTable = new Map<string, Promise<Map<string, string>>>();

async function columnTypes(manager: EntityManager, table: string): Promise<Map<string, string>> {
  const rows: { name: string; type: string }[] = await manager.query(
    `select attname as name, format_type(atttypid, atttypmod) as type
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [`app.${table}`],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

function knownTypes(manager: EntityManager, table: string): Promise<Map<string, string>> {
  let types = typesByTable.get(table);
  if (!types) {
    types = columnTypes(manager, table);
    typesByTable.set(table, types);
    types.catch(() => typesByTable.delete(table));
  }
  return types;
}

/**
 * Inserts any number of rows by one statement and one parameter. COPY would be faster but does not pass row-level
 * security. Keys are column names in camelCase; a key that only some rows have is null in the others.
 *
 * @throws Error when a key is no column of the table
 */
export async function insertRows(manager: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const types = await knownTypes(manager, table);
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = keys.map((key) => {
    const name = snake(key);
    const type = types.get(name);
    if (!type) throw new Error(`Table ${table} has no column ${name}.`);
    return { key, name, type };
  });
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const record = columns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
  const values = rows.map((row) =>
    Object.fromEntries(columns.map(({ key, name }) => [name, Reflect.get(row, key) ?? null])),
  );
  await manager.query(
    `insert into app.${table} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as r(${record})`,
    [JSON.stringify(values)],
  );
}

/** `set a = ..., b = ...` from an object, with its parameters numbered from `from`. */
export function assignments(values: Row, from: number): { sql: string; params: unknown[] } {
  const entries = Object.entries(values);
  return {
    sql: entries.map(([key], index) => `"${snake(key)}" = $${from + index}`).join(', '),
    params: entries.map(([, value]) => value),
  };
}

/** `a = ... and b is null` likewise. Not "is not distinct from": that can use no index. */
export function conditions(where: Row, from: number): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  const sql = Object.entries(where).map(([key, value]) => {
    if (value === null) return `"${snake(key)}" is null`;
    params.push(value);
    return `"${snake(key)}" = $${from + params.length - 1}`;
  });
  return { sql: sql.join(' and '), params };
}
