import { betterAuth, type BetterAuthOptions } from 'better-auth';
import type { Config, Logger } from '@pilotage/platform';
import { AttemptLimits } from './attempt-limits.js';
import type { IdentityPool } from './identity-pool.js';
import { accountKey, knownDevice } from './known-device.plugin.js';
import { hashPassword, verifyPassword } from './password-hash.js';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './password-rules.js';
import { passwordRules } from './password-rules.plugin.js';

const HOUR = 3600;
/** A session ends after so long without a request ... */
export const SESSION_IDLE_SECONDS = 24 * HOUR;
/** ... and at the latest so long after sign-in. */
export const SESSION_ABSOLUTE_SECONDS = 14 * 24 * HOUR;
/** How often the idle end is moved; not at every request, which would make every read a write. */
export const SESSION_REFRESH_SECONDS = 600;

type AuthConfig = Pick<Config, 'PUBLIC_URL' | 'AUTH_SECRET'>;

const isHttps = (config: AuthConfig): boolean => config.PUBLIC_URL.startsWith('https://');

/** The prefix binds a cookie to this very host; browsers accept it over https only. */
export const cookieName = (config: AuthConfig, name: string): string =>
  `${isHttps(config) ? '__Host-' : ''}pilotage.${name}`;

/** Names the client's address to better-auth; set by us, whatever a client sends. */
export const CLIENT_ADDRESS_HEADER = 'x-pilotage-client-address';

/**
 * better-auth as identity provider: accounts, passwords, sessions; no organisations, no open registration. Session
 * tokens are in the table as they are, but a cookie is only good with AUTH_SECRET's signature, so the table alone
 * opens nothing.
 */
export function authOptions(config: AuthConfig, pool: IdentityPool, logger: Logger) {
  const { origin } = new URL(config.PUBLIC_URL);
  const secure = isHttps(config);
  const limits = new AttemptLimits(pool);
  return {
    appName: 'Pilotage',
    baseURL: origin,
    basePath: '/auth',
    secret: config.AUTH_SECRET,
    database: pool,
    trustedOrigins: trustedOrigins(origin),
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: HOUR,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }) => limits.forget(accountKey(user.email)),
    },
    session: {
      expiresIn: SESSION_IDLE_SECONDS,
      updateAge: SESSION_REFRESH_SECONDS,
      cookieCache: { enabled: false },
    },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 60,
      customRules: {
        '/sign-in/email': { window: 60, max: 60 },
        '/reset-password': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 20 },
      },
      customStorage: { consume: (key, rule) => limits.consume(`address ${key}`, rule) },
    },
    advanced: {
      // The cookies below carry the prefix and the attribute themselves.
      useSecureCookies: false,
      // Said although it is the default: in a test environment better-auth would look away.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: Object.fromEntries(
        ['session_token', 'session_data', 'account_data', 'dont_remember'].map((name) => [
          name,
          { name: cookieName(config, name === 'session_token' ? 'session' : name) },
        ]),
      ),
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { joins: true },
    },
    plugins: [knownDevice(limits, { name: cookieName(config, 'device'), secure }), passwordRules],
    logger: {
      log: (level, message) =>
        logger[level === 'error' ? 'error' : 'debug']({ event: 'sign_in_component', message }),
    },
  } satisfies BetterAuthOptions;
}

export const createAuth = (options: ReturnType<typeof authOptions>) => betterAuth(options);
export type Auth = ReturnType<typeof createAuth>;

/** On loopback the two spellings of this machine are one place. */
function trustedOrigins(origin: string): string[] {
  const { hostname } = new URL(origin);
  if (hostname === '127.0.0.1') return [origin, origin.replace('127.0.0.1', 'localhost')];
  if (hostname === 'localhost') return [origin, origin.replace('localhost', '127.0.0.1')];
  return [origin];
}
