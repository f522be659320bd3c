import { Catch, HttpException, Inject, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { LOGGER, type Logger } from '../observability/logger.js';
import { DomainError, type ErrorCode } from './domain-error.js';
import { unexpectedError } from './unexpected-error.js';

const STATUS: Record<ErrorCode, number> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

/** What a route answers when something is thrown. An error made for the caller is an answer, not a fault; GraphQL formats both later. */
@Catch()
export class ErrorFilter extends BaseExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType() !== 'http') return error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof DomainError)
      return reply.status(STATUS[error.code]).send({ code: error.code, message: error.message });
    if (error instanceof HttpException || this.isHttpError(error)) return super.catch(error, host);
    return reply.status(STATUS.INTERNAL).send(unexpectedError(error, this.log));
  }
}
