import type { TestDatabase } from '@pilotage/testing';
import type { Client } from '../support/client.js';

/** Why something was not done: a user error of the result, or an error of the request as a whole. */
export interface Refusal {
  /** The result's type, or the error's code. */
  readonly type: string;
  readonly path: string;
  readonly code?: string;
  readonly message: string;
  readonly conflictingRecordId?: string;
}

/** @throws Error when the mutation was done */
export async function refusalOf(client: Client, mutation: string, input: object): Promise<Refusal> {
  const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
  const { data, errors } = await client.ask<Record<string, Outcome>>(
    `mutation ($input: ${name}Input!) { ${mutation}(input: $input) {
       __typename
       ... on UserError { message path code }
       ${mutation.endsWith('Stage') ? '... on StageContradictionError { conflictingRecordId }' : ''} } }`,
    { input },
  );
  const error = errors?.[0];
  if (error) {
    const path = (error.path ?? []).join('.');
    return { type: error.extensions.code, path, message: error.message };
  }
  const { __typename: type, path, ...rest } = data![mutation]!;
  if (!path) throw new Error(`${mutation} was done: ${type}`);
  return { ...rest, type, path: path.join('.') };
}

interface Outcome extends Omit<Refusal, 'type' | 'path'> {
  readonly __typename: string;
  readonly path?: readonly string[];
}

/** What the worker fills and empties by itself, whoever asks for what. */
const WORKER_TABLES = ['outbox', 'change_log', 'fact_calendar', 'initiative_quarter', 'timer'];

/** How many rows each table holds that people write. */
export async function sizesOf({ admin }: TestDatabase): Promise<Record<string, number>> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> all($1) order by 1`,
    [WORKER_TABLES],
  );
  const columns = tables.map(({ name }) => `(select count(*)::int from ${name}) as ${name}`);
  const { rows } = await admin.query<Record<string, number>>(`select ${columns.join(', ')}`);
  return rows[0]!;
}
