import { join } from 'node:path';
import { type DatabaseUser } from '../database-user.js';
import { ensureDatabase } from '../database.js';
import { keepRunning, type Kept, type KeepTerms } from '../supervisor.js';
import { findBinaries } from './binaries.js';
import { readPostmasterFile, type Cluster } from './cluster.js';
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
  const { database } = addressOf(cluster, 0);
  await ensureDatabase(urlOf(cluster, port!, database), databaseName);
  return { kept, url: urlOf(cluster, port!) };
}

/** The address of the embedded database that a launcher keeps running in the folder; null when none does. */
export async function findEmbedded(dataFolder: string, password: string): Promise<string | null> {
  const cluster = { folder: join(dataFolder, 'postgres'), password };
  const server = await readPostmasterFile(cluster);
  return server && urlOf(cluster, server.port);
}

function urlOf(cluster: Pick<Cluster, 'password'>, port: number, name = databaseName): string {
  const { user, password, host } = addressOf(cluster, port);
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`;
}
