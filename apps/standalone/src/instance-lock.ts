import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartupProblem } from './startup-problem.js';

export interface InstanceLock {
  release(): void;
}

/**
 * One launcher per data folder. The lock is a file lock of the operating system, which Node reaches through SQLite only:
 * it goes with its process however that ends, so that a lock left behind by a `kill -9` does not exist, and process ids
 * that were given out again (the rule in containers) cannot be mistaken for a running launcher.
 */
export function lockDataFolder(folder: string): InstanceLock {
  const pidFile = join(folder, 'launcher.pid');
  const file = new DatabaseSync(join(folder, 'launcher.lock'));
  try {
    file.exec('pragma busy_timeout = 0; pragma journal_mode = off; begin exclusive');
  } catch {
    file.close();
    throw new StartupProblem(
      `Pilotage already runs on the data folder ${folder}, as process ${holderOf(pidFile)}. ` +
        'Stop that one, or set PILOTAGE_DATA_DIR (and PORT, WORKER_PORT) to run a second one beside it.',
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return { release: () => file.close() };
}

function holderOf(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
