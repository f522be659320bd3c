import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as PinoLogger } from 'pino';
import { logScope } from '../context/log-scope.js';

export type Logger = PinoLogger;

/** Injection token of the process's logger. */
export const LOGGER = Symbol('LOGGER');

/**
 * Logs events, not sentences: `log.info({ event: 'report_stored', reportId })`.
 * Secrets are cut out by name in case an object that holds them is ever logged.
 */
export function createLogger(level: string, name: string): Logger {
  return pino({
    name,
    level,
    mixin: () => ({ ...logScope() }),
    redact: {
      paths: ['*.password', '*.token', '*.secret', '*.authorization', '*.cookie', 'req.headers'],
      censor: '[redacted]',
    },
    serializers: { err: pino.stdSerializers.err },
  });
}

/** Nest's own messages in the same stream; its start-up chatter is debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown, scope?: string): void {
    this.logger.debug({ event: 'nest', scope, message });
  }
  warn(message: unknown, scope?: string): void {
    this.logger.warn({ event: 'nest', scope, message });
  }
  error(message: unknown, stack?: string, scope?: string): void {
    this.logger.error({ event: 'nest', scope, message, stack });
  }
}
