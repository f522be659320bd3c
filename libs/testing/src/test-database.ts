import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  createLogger,
  Database,
  newId,
  parseConfig,
  urlAs,
  type Config,
  type DatabaseRole,
  type EraserDatabase,
  type GlobalDatabase,
  type MemberId,
  type OperatorDatabase,
  type RelayDatabase,
  type TenantContext,
  type TenantId,
  type UnitOfWork,
} from '@pilotage/platform';
import { TEMPLATE_DATABASE, TEST_PASSWORD, TEST_SERVER } from './test-server.js';

/** A migrated database of a spec file's own, with everything a process would have open. */
export class TestDatabase {
  private constructor(
    readonly name: string,
    readonly config: Config,
    private readonly database: Database,
    /** As superuser: for what no role of ours may do (looking past row-level security). */
    readonly admin: pg.Pool,
  ) {}

  /** Clones the template; call in `beforeAll`, and `close()` in `afterAll`. */
  static async open(): Promise<TestDatabase> {
    const serverUrl = process.env[TEST_SERVER];
    if (!serverUrl)
      throw new Error('No test server: run this spec as *.int.spec.ts through jest.config.mjs.');
    const name = `test_${newId().replaceAll('-', '')}`;
    await onServer(serverUrl, `create database ${name} template ${TEMPLATE_DATABASE}`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    const config = testConfig(url.toString());
    const database = await Database.open(config, createLogger('silent', 'test'));
    const admin = new pg.Pool({ connectionString: url.toString(), max: 2, options: '-c search_path=app' });
    // Dropping the database may end a connection that is still on its way out.
    admin.on('error', () => undefined);
    return new TestDatabase(name, config, database, admin);
  }

  get unitOfWork(): UnitOfWork {
    return this.database.unitOfWork;
  }
  get global(): GlobalDatabase {
    return this.database.global;
  }
  get operator(): OperatorDatabase {
    return this.database.operator;
  }
  get relay(): RelayDatabase {
    return this.database.relay;
  }
  get eraser(): EraserDatabase {
    return this.database.eraser;
  }

  /** A new, empty tenant and a context in it. */
  async createTenant(): Promise<TenantContext> {
    const tenantId = newId<'Tenant'>();
    await this.operator.query(`insert into tenant (id, slug, name) values ($1, $2, 'Test tenant')`, [
      tenantId,
      `t${tenantId.replaceAll('-', '').slice(-30)}`,
    ]);
    return contextOf(tenantId);
  }

  /** Every statement that `work` sends for a tenant, transaction control left out. */
  async statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const statements: string[] = [];
    this.unitOfWork.observe((sql) => statements.push(sql));
    try {
      await work();
    } finally {
      this.unitOfWork.observe(null);
    }
    return statements;
  }

  /** Returns once a transaction waits for a row that another one holds. */
  async untilOneWaits(): Promise<void> {
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await this.admin.query(waiting)).rowCount === 0) await sleep(10);
  }

  /** The plan of a statement as the application runs it: as pilotage_app, under row-level security, sequential scans discouraged. */
  async planOf(ctx: TenantContext, sql: string, params: readonly unknown[] = []): Promise<string> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await tx.query('set local enable_seqscan = off');
      const rows = await tx.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, params);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.admin.end();
    await onServer(process.env[TEST_SERVER]!, `drop database ${this.name} with (force)`);
  }
}

/** Another member of the same tenant. */
export const contextOf = (
  tenantId: TenantId,
  memberId: MemberId | null = newId<'Member'>(),
): TenantContext => ({
  tenantId,
  memberId,
  requestId: 'test',
});

export function testConfig(databaseUrl: string, extra: Record<string, string> = {}): Config {
  const as = (role: DatabaseRole): string => urlAs(databaseUrl, role, TEST_PASSWORD);
  return parseConfig({
    NODE_ENV: 'test',
    DATABASE_URL_APP: as('pilotage_app'),
    DATABASE_URL_RELAY: as('pilotage_relay'),
    DATABASE_URL_OPERATOR: as('pilotage_operator'),
    DATABASE_URL_ERASER: as('pilotage_eraser'),
    DATABASE_URL_IDENTITY: as('pilotage_identity'),
    DATABASE_URL_QUEUE: as('pilotage_queue'),
    AUTH_SECRET: 'a secret for tests, of no other use',
    LOG_LEVEL: 'silent',
    ...extra,
  });
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
