import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '../errors/domain-error.js';
import { unexpectedError } from '../errors/unexpected-error.js';
import type { Logger } from '../observability/logger.js';

/** Codes of Apollo for requests that never reached a resolver. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** PostgreSQL's complaints about a value that slipped through: a null character in a text, a lone surrogate. */
const UNSTORABLE = new Set(['22021', '22P05']);

/**
 * What leaves the service: our own errors with their code, anything else as INTERNAL with the id under which the log
 * has the details.
 */
export function toPublicError(error: unknown, log: Logger): GraphQLFormattedError {
  const graphqlError = error instanceof GraphQLError ? error : null;
  const place = graphqlError
    ? {
        ...(graphqlError.locations && { locations: graphqlError.locations }),
        ...(graphqlError.path && { path: graphqlError.path }),
      }
    : {};
  const cause = rootOf(error);
  if (cause instanceof DomainError) {
    return { message: cause.message, ...place, extensions: { code: cause.code } };
  }
  const requestCode = graphqlError && requestCodeOf(graphqlError);
  if (graphqlError && requestCode)
    return { message: graphqlError.message, ...place, extensions: { code: requestCode } };
  if (isUnstorable(cause)) {
    return {
      message:
        'A text holds a character that cannot be stored, such as a null character. Remove it and try again.',
      ...place,
      extensions: { code: 'BAD_USER_INPUT' },
    };
  }
  const { message, ...extensions } = unexpectedError(cause, log);
  return { message, ...place, extensions };
}

function rootOf(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError && current.originalError) current = current.originalError;
  return current;
}

function requestCodeOf(error: GraphQLError): string | null {
  // graphql-jit leaves the extensions out.
  const code: unknown = (error.extensions as GraphQLError['extensions'] | undefined)?.['code'];
  if (typeof code === 'string' && REQUEST_CODES.has(code)) return code;
  // Variables are coerced by the compiled query, whose errors have no path and no cause.
  return error.path === undefined && !error.originalError ? 'BAD_USER_INPUT' : null;
}

const isUnstorable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && UNSTORABLE.has(String(error.code));
