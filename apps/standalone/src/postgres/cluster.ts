import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type DatabaseUser } from '../database-user.js';
import { reasonOf, StartupProblem } from '../startup-problem.js';
import { type PostgresBinaries } from './binaries.js';

const run = promisify(execFile);

/** A PostgreSQL data directory and what is needed to work on it. */
export interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly password: string;
  readonly user: DatabaseUser | null;
  readonly binaries: PostgresBinaries;
}

/** What the running (or killed) server wrote about itself. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

/** Makes the data directory at first start: in a folder beside it, so that an interrupted one is never taken for whole. */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  if (existsSync(cluster.folder)) return assertVersion(cluster);
  const draft = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, cluster.password, { mode: 0o600 });
  try {
    if (cluster.user) {
      await chown(draft, cluster.user.uid, cluster.user.gid);
      await chown(passwordFile, cluster.user.uid, cluster.user.gid);
    }
    const encoding = ['--encoding=UTF8', '--locale=C'];
    const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    await run(
      cluster.binaries.initdb,
      [...encoding, ...access, '--set=max_connections=200', `--pgdata=${draft}`],
      processOptions(cluster, draft),
    );
  } catch (error) {
    throw new StartupProblem(
      `PostgreSQL could not make its data directory ${cluster.folder}: ${saidBy(error)}`,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, cluster.folder);
}

/** How PostgreSQL's programs are started: as its own account, and deaf to `PG...` variables and locales around us. */
export function processOptions(
  cluster: Pick<Cluster, 'user' | 'folder'>,
  cwd = cluster.folder,
): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  return { cwd, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, ...cluster.user };
}

/** The number initdb gave this data directory, which tells our server from any other. */
export async function systemIdentifier(cluster: Cluster): Promise<string> {
  const control = await open(join(cluster.folder, 'global', 'pg_control'));
  try {
    const { buffer } = await control.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.readBigUInt64LE().toString();
  } finally {
    await control.close();
  }
}

/** Null when no server runs and none was killed. */
export async function readPostmasterFile(cluster: Pick<Cluster, 'folder'>): Promise<PostmasterFile | null> {
  try {
    const lines = (await readFile(join(cluster.folder, 'postmaster.pid'), 'utf8')).split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

async function assertVersion(cluster: Cluster): Promise<void> {
  const data = (await readFile(join(cluster.folder, 'PG_VERSION'), 'utf8')).trim();
  const { stdout } = await run(cluster.binaries.postgres, ['--version'], processOptions(cluster));
  const program = /\d+/.exec(stdout)?.[0];
  if (data === program) return;
  throw new StartupProblem(
    `The data in ${cluster.folder} are of PostgreSQL ${data}, and this version of Pilotage brings PostgreSQL ${program}. ` +
      'See "Upgrade" in docs/operating.md.',
  );
}

function saidBy(error: unknown): string {
  const said = typeof error === 'object' && error && 'stderr' in error ? String(error.stderr).trim() : '';
  return said || reasonOf(error);
}
