import { logScope } from '../context/log-scope.js';
import type { Logger } from '../observability/logger.js';

/** What a caller is told of an error that nobody foresaw: the id under which the log, written here, has the details. */
export function unexpectedError(
  err: unknown,
  log: Logger,
): { code: 'INTERNAL'; message: string; requestId: string } {
  log.error({ event: 'request_failed', err });
  const requestId = logScope().requestId ?? 'unknown';
  return {
    code: 'INTERNAL',
    message: `Something went wrong on our side. Try again; if it persists, tell your admin this request id: ${requestId}.`,
    requestId,
  };
}
