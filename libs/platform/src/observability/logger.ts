import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger as PinoLogger, type LoggerOptions } from 'pino';
import { logScope } from '../context/log-scope.js';

export type Logger = PinoLogger;

/** Injection token of the process's logger. */
export const LOGGER = Symbol('LOGGER');

/** What PostgreSQL says of an error beside its message; never `detail` and `where`, which repeat what was written. */
const ABOUT = ['code', 'table', 'column', 'constraint', 'routine'] as const;
/** Of SQL, which holds no values: they travel apart. */
const QUERY_CHARACTERS = 500;
/** PostgreSQL's class of values that do not fit their type; its messages quote the value. */
const UNFIT = /^22[0-9A-Z]{3}$/;

/**
 * An error as it may be logged: no parameters of statements and no rows, which are people's names, notes and answers.
 * Written out field by field, since drivers hang whatever they have on their errors.
 */
function loggedError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const about: Record<string, unknown> = Object.fromEntries(
    ABOUT.map((name): [string, unknown] => [name, Reflect.get(error, name)]).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const query: unknown = Reflect.get(error, 'query');
  const isUnfit = typeof about['code'] === 'string' && UNFIT.test(about['code']);
  return {
    type: error.constructor.name,
    message: isUnfit ? 'A value does not fit its type.' : error.message,
    ...about,
    ...(typeof query === 'string' && { query: query.slice(0, QUERY_CHARACTERS) }),
    // Without its head, which is the message again.
    stack: error.stack?.slice(Math.max(0, error.stack.indexOf('\n    at '))).trim(),
    ...(error.cause !== undefined && { cause: loggedError(error.cause) }),
  };
}

/**
 * Logs events, not sentences: `log.info({ event: 'report_stored', reportId })`.
 * Secrets are cut out by name in case an object that holds them is ever logged.
 */
export function createLogger(level: string, name: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    name,
    level,
    mixin: () => ({ ...logScope() }),
    redact: {
      paths: ['*.password', '*.token', '*.secret', '*.authorization', '*.cookie', 'req.headers'],
      censor: '[redacted]',
    },
    serializers: { err: loggedError },
    // Not "err": pino would repeat that one's message beside it, as it is.
    errorKey: 'thrown',
  };
  return destination ? pino(options, destination) : pino(options);
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
    // What a route threw comes as it is, and only `err` is cut down to what may be logged.
    if (message instanceof Error) this.logger.error({ event: 'nest', scope, err: message });
    else this.logger.error({ event: 'nest', scope, message, stack });
  }
}
