import { createPool, type Config, type Logger } from '@pilotage/platform';

/** Connections to the schema `identity` as its own role: no other part of the service can read accounts and sessions. */
export type IdentityPool = ReturnType<typeof createPool>;

export function openIdentityPool(config: Config, logger: Logger): IdentityPool {
  return createPool({
    url: config.DATABASE_URL_IDENTITY,
    size: config.DATABASE_POOL_SIZE,
    prepares: config.DATABASE_PREPARED_STATEMENTS,
    onError: (error) => logger.warn({ event: 'identity_connection_lost', message: error.message }),
  });
}
