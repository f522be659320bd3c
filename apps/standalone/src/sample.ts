import { type RoleUrls } from './database.js';

/** How to sign in to the sample, as printed at start. */
export interface SampleLogin {
  readonly email: string;
  readonly password: string;
  /** What this account shows ("portfolio manager of Meridian"). */
  readonly shows: string;
}

/** Loads the sample tenants into an empty database; the logins of the sample where it is loaded, else none. */
export type LoadSample = (urls: RoleUrls, authSecret: string) => Promise<readonly SampleLogin[]>;

/** Until there is a sample to load. */
export const loadSample: LoadSample = () => Promise.resolve([]);
