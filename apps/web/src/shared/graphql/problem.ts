import type { CombinedError } from 'urql';
import { i18n } from '../i18n.js';

/** Everything that can go wrong with a request and is not a user error of a result union. */
export type ProblemCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'INTERNAL'
  | 'OFFLINE';

export interface Problem {
  readonly code: ProblemCode;
  /** What happened and what to do, for the page. */
  readonly message: string;
  /** Helps the operator to find the log lines of an INTERNAL error. */
  readonly requestId: string | null;
}

const known: ReadonlySet<string> = new Set<ProblemCode>([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
]);

function isKnown(code: unknown): code is ProblemCode {
  return typeof code === 'string' && known.has(code);
}

function messageOf(code: ProblemCode, fromServer: string): string {
  switch (code) {
    case 'OFFLINE':
      return i18n._('The server cannot be reached. Check the connection and try again.');
    case 'UNAUTHENTICATED':
      return i18n._('Your session has ended. Sign in again to go on.');
    case 'FORBIDDEN':
      return i18n._('Your role does not allow this. Ask an administrator of the organisation.');
    case 'NOT_FOUND':
      return i18n._('This does not exist, or you have no access to it.');
    case 'RATE_LIMITED':
      return i18n._('Too many requests in a short time. Wait a minute and try again.');
    case 'INTERNAL':
      return i18n._('Something went wrong on the server. Nothing was changed; try again.');
    case 'BAD_USER_INPUT':
    case 'CONFLICT':
      return fromServer;
  }
}

/** The one problem worth showing: that of the first GraphQL error, else of the connection. */
export function problemOf(error: CombinedError): Problem {
  const first = error.graphQLErrors[0];
  const code = first?.extensions['code'];
  const requestId = first?.extensions['requestId'];
  const shown: ProblemCode = isKnown(code) ? code : first ? 'INTERNAL' : 'OFFLINE';
  return {
    code: shown,
    message: messageOf(shown, first?.message ?? ''),
    requestId: typeof requestId === 'string' ? requestId : null,
  };
}
