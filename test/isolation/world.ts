import { randomBytes } from 'node:crypto';
import type { TestDatabase } from '@pilotage/testing';
import { Installation, type Organisation } from '../support/installation.js';
import { System } from '../support/system.js';
import { until } from '../support/until.js';
import { fill, type Ids } from './filled.js';

/** Two organisations filled with one of everything; each has a word of its own in every text. */
export interface World {
  readonly system: System;
  readonly installation: Installation;
  readonly ours: Filled;
  readonly theirs: Filled;
}

export interface Filled {
  readonly organisation: Organisation;
  readonly ids: Ids;
  /** The word that stands in every text of theirs. */
  readonly canary: string;
}

export async function openWorld(): Promise<World> {
  const system = await System.start({ logLevel: 'debug' });
  const installation = await Installation.open(system);
  const [ours, theirs] = await Promise.all([filled(installation), filled(installation)]);
  return { system, installation, ours, theirs };
}

async function filled(installation: Installation): Promise<Filled> {
  const canary = `q${randomBytes(6).toString('hex')}`;
  const organisation = await installation.createOrganisation(`org-${canary}`, canary);
  return { organisation, canary, ids: await fill(organisation, canary) };
}

/** Every id in the tables of a tenant. */
export async function everyIdOf(db: TestDatabase, tenantId: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const table of await tenantTables(db)) {
    const { rows } = await db.admin.query<{ ids: string }>(
      `select to_jsonb(t)::text as ids from app.${table} t where tenant_id = $1`,
      [tenantId],
    );
    for (const { ids: text } of rows)
      for (const [id] of text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) ids.add(id);
  }
  return ids;
}

/** What stands in every table of a tenant once the worker has done its work, as one digest each. */
export async function contentsOf(db: TestDatabase, tenantId: string): Promise<Record<string, string>> {
  await until('the work queued for a tenant', async () => {
    const { rows } = await db.admin.query(
      `select from outbox where tenant_id = $1 and state not in ('DONE', 'CANCELLED') limit 1`,
      [tenantId],
    );
    return rows.length === 0;
  });
  const contents: Record<string, string> = {};
  for (const table of await tenantTables(db)) {
    const { rows } = await db.admin.query<{ digest: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(to_jsonb(t)::text, E'\\n' order by to_jsonb(t)::text), '')) as digest
         from app.${table} t where tenant_id = $1`,
      [tenantId],
    );
    contents[table] = rows[0]!.digest;
  }
  return contents;
}

/** Tables whose rows belong to a tenant and lie behind row-level security. */
export async function tenantTables(db: TestDatabase): Promise<string[]> {
  const { rows } = await db.admin.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and relrowsecurity order by relname`,
  );
  return rows.map(({ name }) => name);
}

/** Runs `work` while the policies of some tables let everything through. */
export async function withOpenPolicies<T>(
  db: TestDatabase,
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const { rows } = await db.admin.query<{ name: string; rule: string }>(
    `select polrelid::regclass::text as name, pg_get_expr(polqual, polrelid) as rule from pg_policy
      where polname = 'tenant_only' and polrelid = any ($1::regclass[])`,
    [tables],
  );
  for (const { name } of rows) await db.admin.query(`alter policy tenant_only on ${name} using (true)`);
  try {
    return await work();
  } finally {
    for (const { name, rule } of rows)
      await db.admin.query(`alter policy tenant_only on ${name} using (${rule})`);
  }
}
