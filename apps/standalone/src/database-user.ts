import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartupProblem } from './startup-problem.js';

const run = promisify(execFile);

/** The system account PostgreSQL runs as where we are root: it refuses to run as root itself. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

const accountName = 'postgres';

/** Null when we are not root: PostgreSQL then runs as ourselves. As root the account is made when it is missing. */
export async function findDatabaseUser(): Promise<DatabaseUser | null> {
  if (process.getuid?.() !== 0) return null;
  const user = (await lookUp()) ?? (await create());
  if (user) return user;
  throw new StartupProblem(
    `PostgreSQL does not run as root, and the system account "${accountName}" could not be made. ` +
      'Make it (useradd --system postgres), or start as another user than root.',
  );
}

/** True when the user may pass through every folder on the way to the path and into it. */
export async function canReach(path: string, user: DatabaseUser | null): Promise<boolean> {
  if (user === null) return true;
  const { mode, uid, gid } = await stat(path);
  const passBit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & passBit) === 0) return false;
  return dirname(path) === path || canReach(dirname(path), user);
}

async function lookUp(): Promise<DatabaseUser | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, accountName])));
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  } catch {
    return null;
  }
}

/** `useradd` on most Linux systems, `adduser` on those with BusyBox. */
async function create(): Promise<DatabaseUser | null> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', accountName])
    .catch(() => run('adduser', ['-S', '-D', '-H', accountName]))
    .catch(() => undefined);
  return lookUp();
}
