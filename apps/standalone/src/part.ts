import { databaseRoles } from '@pilotage/platform';
import { openDataFolder } from './data-folder.js';
import { besidePooler, prepareDatabase, roleUrls } from './database.js';
import { programEnvironment } from './environment.js';
import { assertDatabaseAnswers } from './outside-services.js';
import { loadSecrets } from './secrets.js';
import { readSettings } from './settings.js';
import { StartupProblem } from './startup-problem.js';

/**
 * One part of the service in a process of its own, for containers: `node part.js database`, `api` or `worker`. All read
 * the secrets from the same PILOTAGE_DATA_DIR, which `database` makes; it prepares the PostgreSQL that DATABASE_URL names,
 * then ends, and the others start after it.
 */
async function runPart(part: string | undefined): Promise<void> {
  const settings = readSettings(process.env, []);
  const { databaseUrl, databaseDirectUrl, dataFolder } = settings;
  if (!databaseUrl || !dataFolder)
    throw new StartupProblem('DATABASE_URL and PILOTAGE_DATA_DIR have to be set.');
  await openDataFolder(dataFolder, null);
  const secrets = await loadSecrets(dataFolder, ['auth', ...databaseRoles]);

  if (part === 'database') {
    await assertDatabaseAnswers(databaseUrl, databaseDirectUrl);
    await prepareDatabase(besidePooler(databaseUrl, databaseDirectUrl), secrets);
  } else if (part === 'api' || part === 'worker') {
    const urls = roleUrls(databaseUrl, secrets);
    process.env = programEnvironment(process.env, settings, urls, secrets.auth, process.env.WEB_DIST);
    await import(new URL(`../../${part}/dist/main.js`, import.meta.url).href);
  } else throw new StartupProblem('Say which part to run: database, api or worker.');
}

try {
  await runPart(process.argv[2]);
} catch (error) {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exitCode = 1;
}
