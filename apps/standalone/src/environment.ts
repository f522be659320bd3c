import { besidePooler, type RoleUrls } from './database.js';
import { type Settings } from './settings.js';

/**
 * What api and worker are told. `DATABASE_URL` itself, which may create roles, is kept from them: they get one address
 * per role.
 */
export function programEnvironment(
  outside: NodeJS.ProcessEnv,
  settings: Settings,
  urls: RoleUrls,
  authSecret: string,
  webDist: string | undefined,
): NodeJS.ProcessEnv {
  const { DATABASE_URL: _ours, ...rest } = outside;
  return {
    // Ours are for programs whose settings are missing, except where another value could not work.
    AUTH_SECRET: authSecret,
    WEB_DIST: webDist,
    ...rest,
    HOST: settings.host,
    PORT: String(settings.port),
    WORKER_PORT: String(settings.workerPort),
    PUBLIC_URL: settings.publicUrl,
    DATABASE_URL_APP: urls.pilotage_app,
    DATABASE_URL_RELAY: urls.pilotage_relay,
    DATABASE_URL_OPERATOR: urls.pilotage_operator,
    DATABASE_URL_ERASER: urls.pilotage_eraser,
    DATABASE_URL_IDENTITY: urls.pilotage_identity,
    // Read by the Vite configuration in development.
    PILOTAGE_API: `http://127.0.0.1:${settings.port}`,
    // BullMQ listens, which a pooler in transaction mode does not pass on.
    DATABASE_URL_QUEUE: besidePooler(urls.pilotage_queue, settings.databaseDirectUrl),
  };
}
