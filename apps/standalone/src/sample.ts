import { parseConfig } from '@pilotage/platform';
import { type RoleUrls } from './database.js';
import { loadSampleInto } from './sample/load-sample.js';

/** How to sign in to the sample, as printed at start. */
export interface SampleLogin {
  readonly email: string;
  readonly password: string;
  /** What this account shows ("portfolio manager of Meridian"). */
  readonly shows: string;
}

/** Of 64 kinds: 60 bits, against ten attempts in fifteen minutes. Short enough to type. */
const PASSWORD_CHARACTERS = 10;

/**
 * Loads the sample tenants into an empty database; the logins of the sample where it is loaded, else none.
 *
 * @param secret makes the logins' password, so that nobody knows it who has not seen it printed
 */
export async function loadSample(
  urls: RoleUrls,
  authSecret: string,
  secret: string,
): Promise<readonly SampleLogin[]> {
  const config = parseConfig({
    DATABASE_URL_APP: urls.pilotage_app,
    DATABASE_URL_RELAY: urls.pilotage_relay,
    DATABASE_URL_OPERATOR: urls.pilotage_operator,
    DATABASE_URL_ERASER: urls.pilotage_eraser,
    DATABASE_URL_IDENTITY: urls.pilotage_identity,
    DATABASE_URL_QUEUE: urls.pilotage_queue,
    AUTH_SECRET: authSecret,
  });
  const password = `sample-${secret.slice(0, PASSWORD_CHARACTERS)}`;
  const accounts = await loadSampleInto(config, password);
  return accounts.map(({ email, shows }) => ({ email, shows, password }));
}
