import { join } from 'node:path';
import { type DatabaseUser } from '../database-user.js';
import { ensureDatabase } from '../database.js';
import { keepRunning, type Kept, type KeepTerms } from '../supervisor.js';
import { findBinaries } from './binaries.js';
import { addressOf, startPostgres } from './server.js';

const databaseName = 'pilotage';

export interface EmbeddedDatabase {
  readonly kept: Kept;
  /** The database as its superuser. */
  readonly url: string;
}

/** The PostgreSQL in the data folder with our database in it, started again should it crash. */
export async function startEmbedded(
  what: { dataFolder: string; user: DatabaseUser | null; password: string; logFile: string },
  terms: KeepTerms,
): Promise<EmbeddedDatabase> {
  const cluster = {
    folder: join(what.dataFolder, 'postgres'),
    logFile: what.logFile,
    password: what.password,
    user: what.user,
    binaries: await findBinaries(what.dataFolder, what.user),
  };
  let port: number | undefined;
  const start = async () => {
    const server = await startPostgres(cluster, port);
    if (server.isAdopted) terms.say('Took over the database that a killed launcher had left running.');
    port = server.port;
    return server;
  };
  const kept = await keepRunning({ ...terms, name: 'database', start });
  const { user, password, host, database } = addressOf(cluster, 0);
  const urlOf = (name: string): string =>
    `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`;
  await ensureDatabase(urlOf(database), databaseName);
  return { kept, url: urlOf(databaseName) };
}
