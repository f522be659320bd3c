import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TEST_PASSWORD, TestDatabase } from '@pilotage/testing';
import { migrateApp } from './migrations.js';
import { urlAs } from './roles.js';

/** The message by which a client takes its leave. */
const TERMINATE = Buffer.from([0x58, 0, 0, 0, 4]);

let db: TestDatabase;
let pooler: Server;
/** Connections to the server, which outlive their clients as a pooler's do. */
const kept: Socket[] = [];

beforeAll(async () => {
  db = await TestDatabase.open();
  const { hostname, port } = new URL(db.config.DATABASE_URL_APP);
  pooler = createServer((client) => {
    const server = connect(Number(port), hostname);
    kept.push(server);
    client.on('data', (message) => !message.equals(TERMINATE) && server.write(message));
    server.on('data', (message) => client.write(message));
    client.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(pooler, 'listening');
});

afterAll(async () => {
  for (const server of kept) server.destroy();
  pooler.close();
  await db.close();
});

describe('migrateApp', () => {
  it('leaves no lock on a connection that a pooler keeps', async () => {
    const url = new URL(urlAs(db.config.DATABASE_URL_APP, 'pilotage_owner', TEST_PASSWORD));
    url.port = String((pooler.address() as AddressInfo).port);
    expect(await migrateApp(url.toString())).toEqual([]);
    const { rows } = await db.admin.query<{ sessions: number; locks: number }>(
      `select (select count(*)::int from pg_stat_activity where usename = 'pilotage_owner' and datname = $1) as sessions,
              (select count(*)::int from pg_locks where locktype = 'advisory'
                and database = (select oid from pg_database where datname = $1)) as locks`,
      [db.name],
    );
    expect(rows[0]!.sessions).toBeGreaterThan(0);
    expect(rows[0]!.locks).toBe(0);
  });
});
