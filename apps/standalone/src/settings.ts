import { StartupProblem } from './startup-problem.js';

/** What the launcher is told by the environment and the command line; see `.env.example`. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly workerPort: number;
  /** The address people use, which links in e-mails carry. */
  readonly publicUrl: string;
  readonly dataFolder: string | undefined;
  /** An own PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The same server without the pooler that `databaseUrl` goes through. */
  readonly databaseDirectUrl: string | undefined;
  /** An own Redis or Valkey for the queue, which is in PostgreSQL otherwise. */
  readonly redisUrl: string | undefined;
  readonly wantsSample: boolean;
  /** Runs the sources as they are, and starts api and worker again when they change. */
  readonly isDevelopment: boolean;
  /** In development: where Vite serves the web app, and people go. */
  readonly webPort: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readSettings(environment: Environment, flags: readonly string[]): Settings {
  const host = environment.HOST || '127.0.0.1';
  const port = portOf(environment, 'PORT', 4400);
  const webPort = portOf(environment, 'WEB_PORT', port + 2);
  const isDevelopment = flags.includes('--dev');
  const publicUrl = environment.PUBLIC_URL || `http://127.0.0.1:${isDevelopment ? webPort : port}`;
  const databaseUrl = addressOf(environment, 'DATABASE_URL');
  return {
    host,
    port,
    workerPort: portOf(environment, 'WORKER_PORT', port + 1),
    publicUrl,
    dataFolder: environment.PILOTAGE_DATA_DIR || undefined,
    databaseUrl,
    databaseDirectUrl: databaseUrl && addressOf(environment, 'DATABASE_DIRECT_URL'),
    redisUrl: environment.REDIS_URL || undefined,
    wantsSample:
      environment.NODE_ENV !== 'production' &&
      environment.PILOTAGE_SAMPLE !== 'off' &&
      !flags.includes('--no-sample') &&
      isLoopback(host) &&
      isLoopback(hostOf(publicUrl)),
    isDevelopment,
    webPort,
  };
}

/**
 * The sample's logins are printed on the screen, so they exist only where nobody else can reach them: not behind a proxy
 * on the same machine either.
 */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

/** Empty for what is no address; whoever reads it next says so. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : '';
}

function addressOf(environment: Environment, name: string): string | undefined {
  const text = environment[name];
  if (!text || URL.canParse(text)) return text || undefined;
  throw new StartupProblem(
    `${name} is no address. It should be postgres://user:password@host:port/database, where a character such as / or # ` +
      'in the password is written %2F or %23.',
  );
}

function portOf(environment: Environment, name: string, standard: number): number {
  const text = environment[name];
  if (!text) return standard;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartupProblem(`${name} is "${text}" and should be a port number from 1 to 65535.`);
}
