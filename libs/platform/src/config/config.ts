import { isIP } from 'node:net';
import { z } from 'zod';

const flag = z.enum(['on', 'off']).transform((value) => value === 'on');
const port = z.coerce.number().int().min(0).max(65_535);
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');

/** Names of networks as `@fastify/proxy-addr` knows them. */
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];
const isProxy = (text: string): boolean => {
  const [address, bits, ...rest] = text.split('/');
  const most = isIP(address ?? '') === 6 ? 128 : 32;
  const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return NETWORKS.includes(text) || (isIP(address ?? '') !== 0 && isRange && rest.length === 0);
};
const proxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isProxy), {
    error: `must be addresses, networks such as 10.0.0.0/8, or ${NETWORKS.join(', ')}, separated by commas`,
  });

/** Every variable the api and the worker read; `.env.example` is checked against it. */
export const configSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on; loopback unless told otherwise'),
  PORT: port.default(4400).describe('The web app and the API'),
  WORKER_PORT: port.default(4401).describe("The worker's health and metrics"),
  PUBLIC_URL: z
    .url()
    .default('http://127.0.0.1:4400')
    .describe('Address under which people reach the service'),
  TRUSTED_PROXIES: proxies
    .default(['loopback'])
    .describe('Proxies that are believed when they say where a request came from'),
  DATABASE_URL_APP: databaseUrl.describe('PostgreSQL as pilotage_app'),
  DATABASE_URL_RELAY: databaseUrl.describe('PostgreSQL as pilotage_relay'),
  DATABASE_URL_OPERATOR: databaseUrl.describe('PostgreSQL as pilotage_operator'),
  DATABASE_URL_ERASER: databaseUrl.describe('PostgreSQL as pilotage_eraser'),
  DATABASE_URL_IDENTITY: databaseUrl.describe('PostgreSQL as pilotage_identity'),
  DATABASE_URL_QUEUE: databaseUrl.describe('PostgreSQL as pilotage_queue, not through a transaction pooler'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
  DATABASE_PREPARED_STATEMENTS: flag
    .default(true)
    .describe('Off behind a transaction pooler that does not keep them (pgbouncer before 1.21)'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// address')
    .optional()
    .describe('Redis or Valkey for the queue; PostgreSQL carries it when absent'),
  AUTH_SECRET: z.string().min(32, 'must have 32 characters or more').describe('Signs sessions'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  WEB_DIST: z.string().optional().describe('Folder of the built web app'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be an smtp:// address')
    .optional()
    .describe('Mail server; without it links are handed over by people'),
  MAIL_FROM: z.string().default('Pilotage <no-reply@localhost>'),
  PLAYGROUND: flag.default(false).describe('GraphQL playground; never in production'),
});

export type Config = z.infer<typeof configSchema>;

/** Injection token of the parsed configuration. */
export const CONFIG = Symbol('CONFIG');

/** @throws Error that lists every mistake at once, by variable name. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(present);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration has mistakes:\n${mistakes.join('\n')}`);
}

/** The one place that reads the process environment. */
export const configFromProcess = (): Config => parseConfig(process.env);
