/** The closed list of codes that leave the service as `extensions.code`. */
export type ErrorCode =
  'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'RATE_LIMITED' | 'INTERNAL';

/** An error whose message is meant for the caller. Everything else is INTERNAL and shows a request id only. */
export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode;
  override readonly name = this.constructor.name;
}

/** Also for what exists but may not be seen: both answers must look the same. */
export class NotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor(noun: string) {
    super(`There is no such ${noun}.`);
  }
}

export class ForbiddenError extends DomainError {
  readonly code = 'FORBIDDEN';
  constructor(message = 'Your role does not allow this. Ask an admin of your organisation.') {
    super(message);
  }
}

export class UnauthenticatedError extends DomainError {
  readonly code = 'UNAUTHENTICATED';
  constructor(message = 'Please sign in.') {
    super(message);
  }
}

/** Somebody else was faster; reading again and repeating is the way out. */
export class ConflictError extends DomainError {
  readonly code = 'CONFLICT';
  constructor(
    message = 'Somebody changed this at the same moment. Reload and try again.',
    readonly path: readonly string[] = [],
  ) {
    super(message);
  }
}

/** `path` names the input field, `reason` is a stable word for programs. */
export class BadInputError extends DomainError {
  readonly code = 'BAD_USER_INPUT';
  constructor(
    message: string,
    readonly path: readonly string[] = [],
    readonly reason = 'INVALID',
  ) {
    super(message);
  }
}

export class RateLimitedError extends DomainError {
  readonly code = 'RATE_LIMITED';
  constructor(message = 'Too many requests. Wait a moment and try again.') {
    super(message);
  }
}
