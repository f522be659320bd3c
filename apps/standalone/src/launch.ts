import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { databaseRoles } from '@pilotage/platform';
import { chooseDataFolder, openDataFolder } from './data-folder.js';
import { findDatabaseUser } from './database-user.js';
import { besidePooler, prepareDatabase, roleUrls } from './database.js';
import { programEnvironment } from './environment.js';
import { lockDataFolder } from './instance-lock.js';
import { assertPortFree } from './ports.js';
import { startEmbedded } from './postgres/embedded.js';
import { assertDatabaseAnswers, assertRedisAnswers } from './outside-services.js';
import { startPrograms } from './programs.js';
import { project } from './project.js';
import { loadSample, type SampleLogin } from './sample.js';
import { loadSecrets } from './secrets.js';
import { type Settings } from './settings.js';
import { type Kept, type KeepTerms } from './supervisor.js';

export interface Launched {
  readonly logins: readonly SampleLogin[];
  readonly programs: readonly Kept[];
  /** Rejects when a part cannot be kept running. */
  readonly failed: Promise<never>;
}

/**
 * Starts everything, in order; resolves when people can come.
 *
 * @param stops gets how to stop each part as soon as it runs; to be called in reverse order, also after a failure here
 */
export async function launch(
  settings: Settings,
  terms: KeepTerms,
  stops: (() => Promise<unknown> | void)[],
): Promise<Launched> {
  const user = settings.databaseUrl ? null : await findDatabaseUser();
  const dataFolder = await chooseDataFolder(project, settings.dataFolder, user);
  await openDataFolder(dataFolder, user);
  const lock = lockDataFolder(dataFolder);
  stops.push(() => lock.release());
  // After the lock: a second start on the same folder would find its ports taken by the first.
  await assertPortFree('PORT', settings.host, settings.port);
  await assertPortFree('WORKER_PORT', settings.host, settings.workerPort);
  if (settings.isDevelopment) await assertPortFree('WEB_PORT', settings.host, settings.webPort);
  terms.say(`Data: ${dataFolder}`);
  const logFile = openLogs(dataFolder);
  const secrets = await loadSecrets(dataFolder, ['postgres', 'auth', 'sample', ...databaseRoles]);

  let adminUrl = settings.databaseUrl;
  const parts: Kept[] = [];
  if (settings.redisUrl) await assertRedisAnswers(settings.redisUrl);
  if (adminUrl) await assertDatabaseAnswers(adminUrl, settings.databaseDirectUrl);
  else {
    const what = { dataFolder, user, password: secrets.postgres, logFile: logFile('postgres') };
    const embedded = await startEmbedded(what, terms);
    stops.push(() => embedded.kept.stop());
    parts.push(embedded.kept);
    adminUrl = embedded.url;
  }
  terms.signal.throwIfAborted();
  await prepareDatabase(besidePooler(adminUrl, settings.databaseDirectUrl), secrets);
  const urls = roleUrls(adminUrl, secrets);
  terms.signal.throwIfAborted();
  const logins = settings.wantsSample ? await loadSample(urls, secrets.auth, secrets.sample) : [];
  terms.signal.throwIfAborted();

  const webDist = settings.isDevelopment ? undefined : join(project, 'apps/web/dist');
  const environment = programEnvironment(process.env, settings, urls, secrets.auth, webDist);
  const programs = await startPrograms(settings, environment, logFile, terms);
  stops.push(() => Promise.all(programs.map((program) => program.stop())));
  return { logins, programs, failed: Promise.race([...parts, ...programs].map(({ failed }) => failed)) };
}

const largeLogBytes = 20_000_000;

/** The log files' folder; a file that has grown large makes room at the start, and one old one is kept. */
function openLogs(dataFolder: string): (name: string) => string {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return (name) => {
    const file = join(folder, `${name}.log`);
    if (existsSync(file) && statSync(file).size > largeLogBytes) renameSync(file, `${file}.1`);
    return file;
  };
}
