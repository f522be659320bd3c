import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readlinkSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../ports.js';
import { type Running } from '../running.js';
import { reasonOf, StartupProblem } from '../startup-problem.js';
import {
  ensureCluster,
  processOptions,
  readPostmasterFile,
  systemIdentifier,
  type Cluster,
} from './cluster.js';

const run = promisify(execFile);

export interface PostgresServer extends Running {
  readonly pid: number;
  readonly port: number;
  /** True when a launcher that was killed had left the server running and we took it over. */
  readonly isAdopted: boolean;
}

/** What a server says when a killed one has not quite gone, or another program was quicker to take the port. */
const passing = /lock file "postmaster.pid" already exists|pre-existing shared memory block|could not bind/;
const pausesMs = [0, 100, 200, 400, 800, 1600, 3200, 5000];
/** Recovery after a crash replays what was written since the last checkpoint, which can take a while. */
const slowStartMs = 120_000;
const wrongPassword = '28P01';

/**
 * PostgreSQL on loopback and this cluster, listening when this resolves. A server that a killed launcher left behind is
 * adopted; the caller holds the lock of the data folder, so there is no living launcher it could belong to.
 *
 * @param port the port to come back on after a crash, since api and worker know it; at first start a free one.
 */
export async function startPostgres(cluster: Cluster, port?: number): Promise<PostgresServer> {
  await ensureCluster(cluster);
  const identifier = await systemIdentifier(cluster);
  let said = '';
  for (const pause of pausesMs) {
    await sleep(pause);
    const orphan = await findOrphan(cluster, identifier);
    if (orphan) return orphan;
    const started = await tryStart(cluster, identifier, port ?? (await freePort()));
    if (typeof started === 'object') return started;
    said = started;
    if (!passing.test(said)) break;
  }
  throw new StartupProblem(
    `PostgreSQL does not start. Its last words, from ${cluster.logFile}:\n${said.trim()}`,
  );
}

/** The server a killed launcher left running, once it answers; null when there is none. */
async function findOrphan(cluster: Cluster, identifier: string): Promise<PostgresServer | null> {
  const left = await readPostmasterFile(cluster);
  if (!left || !isAlive(left.pid)) return null;
  if (!isPostgres(left.pid)) {
    // The system gave the dead server's number to another process; PostgreSQL would take that one for its rival.
    await rm(join(cluster.folder, 'postmaster.pid'), { force: true });
    return null;
  }
  const answer = await waitForAnswer(cluster, left.port, () => isPostgres(left.pid));
  if (answer === identifier) return serverOf(cluster, left.pid, left.port, true, watchPid(left.pid));
  if (answer === null) return null;
  throw new StartupProblem(
    `Process ${left.pid}, named in ${join(cluster.folder, 'postmaster.pid')}, is a PostgreSQL with other data than ours. ` +
      'Should ours not run, delete that file; else stop that server.',
  );
}

/** The running server, or what it said before it gave up. */
async function tryStart(
  cluster: Cluster,
  identifier: string,
  port: number,
): Promise<PostgresServer | string> {
  const logStart = await stat(cluster.logFile).then(
    ({ size }) => size,
    () => 0,
  );
  const log = openSync(cluster.logFile, 'a', 0o600);
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='];
  // A group of its own: Ctrl-C in the terminal reaches the launcher alone, which stops the database last.
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.folder, ...settings.flatMap((s) => ['-c', s])],
    {
      ...processOptions(cluster),
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  const ended = endOf(child);
  let isRunning = true;
  void ended.then(() => (isRunning = false));
  const answer = await waitForAnswer(cluster, port, () => isRunning);
  if (answer === identifier && child.pid) return serverOf(cluster, child.pid, port, false, ended);
  if (isRunning) child.kill('SIGQUIT');
  const how = await ended;
  const said = (await readFile(cluster.logFile)).subarray(logStart).toString().slice(-2000);
  return said || how;
}

/** The system identifier of whoever answers on the port; null when the server ends first. */
async function waitForAnswer(
  cluster: Cluster,
  port: number,
  isRunning: () => boolean,
): Promise<string | null> {
  const deadline = Date.now() + slowStartMs;
  while (isRunning()) {
    const client = new pg.Client({ ...addressOf(cluster, port), connectionTimeoutMillis: 1000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ id: string }>(
        'select system_identifier::text as id from pg_control_system()',
      );
      return rows[0]?.id ?? null;
    } catch (error) {
      if (reasonOf(error) === wrongPassword) return 'a server with another password';
      if (Date.now() > deadline) {
        throw new StartupProblem(
          `PostgreSQL runs but does not answer (${reasonOf(error)}). See ${cluster.logFile}.`,
        );
      }
      await sleep(30);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return null;
}

function serverOf(
  cluster: Cluster,
  pid: number,
  port: number,
  isAdopted: boolean,
  ended: Promise<string>,
): PostgresServer {
  return {
    pid,
    port,
    isAdopted,
    ended,
    /** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
    stop: async () => {
      if (!isPostgres(pid)) return;
      const stop = ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-t', '60'];
      await run(cluster.binaries.pgCtl, stop, processOptions(cluster)).catch(() =>
        process.kill(pid, 'SIGQUIT'),
      );
      await ended;
    },
  };
}

/** Where a client finds the server; the database's owner is the superuser of the cluster. */
export function addressOf(
  cluster: Pick<Cluster, 'password'>,
  port: number,
): { host: string; port: number; user: string; password: string; database: string } {
  return { host: '127.0.0.1', port, user: 'postgres', password: cluster.password, database: 'postgres' };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(reasonOf(error)));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
}

/** The system tells of the end of its own children only; an adopted server has to be looked at. */
async function watchPid(pid: number): Promise<string> {
  while (isPostgres(pid)) await sleep(200, undefined, { ref: false });
  return 'an end nobody saw';
}

/** Whether the process is a living PostgreSQL, as far as the system tells: Linux names the program, others the number. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres');
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return reasonOf(error) === 'EPERM';
  }
}
