import { createHash } from 'node:crypto';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { canReach, type DatabaseUser } from './database-user.js';
import { reasonOf, StartupProblem } from './startup-problem.js';

/**
 * Where everything this installation keeps is: `PILOTAGE_DATA_DIR`, else `.data` in the project. Started by root from a
 * folder that the database's account cannot reach (a home of mode 0700), it is a folder of this project's own under
 * `/var/lib/pilotage`.
 */
export async function chooseDataFolder(
  projectFolder: string,
  override: string | undefined,
  user: DatabaseUser | null,
): Promise<string> {
  if (override) return resolve(override);
  if (await canReach(projectFolder, user)) return join(projectFolder, '.data');
  const key = createHash('sha256').update(projectFolder).digest('hex').slice(0, 8);
  return join('/var/lib/pilotage', `${basename(projectFolder)}-${key}`);
}

/** Makes the folder and proves that we can write there and that the database's account can get in. */
export async function openDataFolder(folder: string, user: DatabaseUser | null): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    // The database's account passes through to its own folder and can list nothing here.
    await chmod(folder, user ? 0o711 : 0o700);
    const probe = join(folder, `.probe-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new StartupProblem(
      `The data folder ${folder} cannot be written (${reasonOf(error)}). ` +
        'Make it writable, or set PILOTAGE_DATA_DIR to a folder that is.',
    );
  }
  if (!(await canReach(folder, user))) {
    throw new StartupProblem(
      `Started as root, PostgreSQL runs as the account "postgres", which cannot reach ${folder}. ` +
        'Set PILOTAGE_DATA_DIR to a folder outside private homes, for example /var/lib/pilotage.',
    );
  }
}
