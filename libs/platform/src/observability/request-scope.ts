import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { withLogScope } from '../context/log-scope.js';

/** Every line that a request writes to the log carries the request's id. */
@Injectable()
export class RequestScope implements OnModuleInit {
  constructor(private readonly adapter: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.adapter.httpAdapter?.getInstance() as FastifyInstance | undefined;
    const open = ({ id }: FastifyRequest, _reply: unknown, done: () => void): void =>
      withLogScope({ requestId: id }, done);
    // Twice: a body is read in the scope of its connection, which is not that of the request.
    server?.addHook('onRequest', open).addHook('preValidation', open);
  }
}
