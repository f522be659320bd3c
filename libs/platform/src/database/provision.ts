import pg from 'pg';
import { databaseRoles, type DatabaseRole } from './roles.js';

/**
 * Makes roles and schemas, or brings them up to date; safe to run at every start.
 *
 * @param adminUrl an account that may create roles (a superuser, or CREATEROLE with ownership of the database)
 * @throws DatabaseError 42501 when the account may not
 */
export async function provisionDatabase(options: {
  adminUrl: string;
  passwords: Record<DatabaseRole, string>;
}): Promise<void> {
  const client = new pg.Client({ connectionString: options.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ database: string; super: boolean }>(
      `select current_database() as database, (select rolsuper from pg_roles where rolname = current_user) as super`,
    );
    const server = rows[0]!;
    await client.query('begin');
    // Two starters at once would both try to create the roles.
    await client.query(`select pg_advisory_xact_lock(hashtext('pilotage provision'))`);
    for (const role of databaseRoles) await ensureRole(client, role, options.passwords[role], server.super);
    await client.query(schemas(pg.escapeIdentifier(server.database), server.super));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: DatabaseRole, password: string, isSuper: boolean) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  // A new role has no rights beyond what is granted. To name those it lacks again later is refused to who lacks them too.
  const verb = rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${role} login password ${pg.escapeLiteral(password)}`);
  if (!isSuper) await client.query(`grant ${role} to current_user`);
}

const schemas = (database: string, isSuper: boolean) => `
  revoke all on schema public from public;
  ${isSuper ? `revoke all on database ${database} from public;` : ''}
  grant connect on database ${database} to ${databaseRoles.join(', ')};
  -- BullMQ's migrations say "create schema if not exists", which asks for this right even when the schema is there.
  grant create on database ${database} to pilotage_queue;
  create schema if not exists app authorization pilotage_owner;
  create schema if not exists identity authorization pilotage_identity;
  create schema if not exists bullmq authorization pilotage_queue;
  grant usage on schema app to pilotage_app, pilotage_relay, pilotage_operator, pilotage_eraser, pilotage_backup;
  ${databaseRoles.map((role) => `alter role ${role} set search_path = ${searchPath(role)};`).join('\n  ')}
  -- All schemas and rows: pg_dump gives up at the first table or sequence that it may not read.
  ${isSuper ? 'grant pg_read_all_data to pilotage_backup; alter role pilotage_backup bypassrls;' : ''}
  alter role pilotage_app set statement_timeout = '30s';
  alter role pilotage_app set idle_in_transaction_session_timeout = '60s';
  alter role pilotage_operator set statement_timeout = '30s';
  alter role pilotage_relay set statement_timeout = '30s';
`;

function searchPath(role: DatabaseRole): string {
  if (role === 'pilotage_identity') return 'identity';
  if (role === 'pilotage_queue') return 'bullmq';
  return 'app';
}
