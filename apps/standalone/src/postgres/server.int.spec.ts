import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { findDatabaseUser } from '../database-user.js';
import { findBinaries } from './binaries.js';
import { type Cluster } from './cluster.js';
import { addressOf, startPostgres, type PostgresServer } from './server.js';

let folder: string;
let cluster: Cluster;
let running: PostgresServer[] = [];

async function start(of = cluster, port?: number): Promise<PostgresServer> {
  const server = await startPostgres(of, port);
  running.push(server);
  return server;
}

async function query<Row extends pg.QueryResultRow>(server: PostgresServer, sql: string): Promise<Row[]> {
  const client = new pg.Client(addressOf(cluster, server.port));
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilotage-postgres-'));
  await chmod(folder, 0o711);
  const user = await findDatabaseUser();
  const binaries = await findBinaries(folder, user);
  cluster = {
    folder: join(folder, 'postgres'),
    logFile: join(folder, 'log'),
    password: 'first',
    user,
    binaries,
  };
});

afterEach(async () => {
  for (const server of running) await server.stop();
  running = [];
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the embedded PostgreSQL', () => {
  it('is a UTF-8 cluster with the C locale, open on loopback and with a password only', async () => {
    const server = await start();
    const [database] = await query(
      server,
      `select pg_encoding_to_char(encoding) as encoding, datcollate as collation,
              current_setting('listen_addresses') as listens, current_setting('data_checksums') as checksums
         from pg_database where datname = 'template1'`,
    );
    expect(database).toEqual({ encoding: 'UTF8', collation: 'C', listens: '127.0.0.1', checksums: 'on' });
    const stranger = new pg.Client({ ...addressOf(cluster, server.port), password: 'guess' });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps what was committed over a stop', async () => {
    const first = await start();
    await query(first, 'create table kept as select 42 as answer');
    await first.stop();
    await expect(first.ended).resolves.toBe('code 0');
    expect(await query(await start(), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('adopts the server that a killed launcher left, and can stop it', async () => {
    const left = await start();
    const adopted = await start();
    expect(adopted).toMatchObject({ pid: left.pid, port: left.port, isAdopted: true });
    await adopted.stop();
    await expect(left.ended).resolves.toBe('code 0');
  });

  it('recovers after a kill -9 of the server, on the port it had', async () => {
    const killed = await start();
    await query(killed, 'create table if not exists survivors as select 7 as answer');
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;
    const again = await start(cluster, killed.port);
    expect(again).toMatchObject({ port: killed.port, isAdopted: false });
    expect(await query(again, 'select answer from survivors')).toEqual([{ answer: 7 }]);
  });

  it('is not kept from starting by a pid file whose number now belongs to another program', async () => {
    const stopped = await start();
    const pidFile = join(cluster.folder, 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    await stopped.stop();
    const other = spawn('sleep', ['60'], { ...cluster.user });
    await writeFile(pidFile, [other.pid, ...lines.slice(1)].join('\n'));
    expect(await start()).toMatchObject({ isAdopted: false });
    other.kill();
    await once(other, 'exit');
  });

  it('refuses a server with other data behind our pid file, and says which process it is', async () => {
    const other = { ...cluster, folder: join(folder, 'other'), password: 'second' };
    const stranger = await start(other);
    await writeFile(join(cluster.folder, 'postmaster.pid'), `${stranger.pid}\n\n\n${stranger.port}\n`);
    await expect(start()).rejects.toThrow(new RegExp(`Process ${stranger.pid}, .* other data than ours`));
    await rm(join(cluster.folder, 'postmaster.pid'));
  });

  it('waits for a port that another program holds for a moment', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo;
    setTimeout(() => blocker.close(), 300);
    expect(await start(cluster, port)).toMatchObject({ port });
  });

  it('says in the words of PostgreSQL why it cannot start', async () => {
    const settings = join(cluster.folder, 'postgresql.conf');
    const good = await readFile(settings, 'utf8');
    await writeFile(settings, `${good}\nno_such_setting = 1\n`);
    await expect(start()).rejects.toThrow(/no_such_setting/);
    await writeFile(settings, good);
  });
});
