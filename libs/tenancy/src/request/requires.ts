import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { RequestContextFactory } from '@pilotage/platform/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Permission } from '../permission/permissions.js';
import type { RequestContext } from './request-context.js';

/** What a root field or route asks of its caller. A spec walks the schema: none is without. */
export type Access =
  { kind: 'permission'; permission: Permission } | { kind: 'operator' } | { kind: 'public' };

export const ACCESS = Symbol('access');

type RequestWithContext = FastifyRequest & { pilotage?: RequestContext };

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly contexts: RequestContextFactory,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access>(ACCESS, execution.getHandler());
    const context = await this.contextOf(execution);
    if (access.kind === 'permission') context.require(access.permission);
    if (access.kind === 'operator') context.requireOperator();
    return true;
  }

  /** GraphQL made the context already; a plain route makes it here. */
  private async contextOf(execution: ExecutionContext): Promise<RequestContext> {
    if (execution.getType<GqlContextType>() === 'graphql') return graphqlContext(execution);
    const http = execution.switchToHttp();
    const request = http.getRequest<RequestWithContext>();
    const reply = http.getResponse<FastifyReply>();
    request.pilotage = (await this.contexts.create(request, reply)) as RequestContext;
    return request.pilotage;
  }
}

/** Only for members whose role grants `permission`. */
export const Requires = (permission: Permission) => guarded({ kind: 'permission', permission });

/** Only for operators of the installation. */
export const RequiresOperator = () => guarded({ kind: 'operator' });

/** For everybody, signed in or not. */
export const Public = () => guarded({ kind: 'public' });

const guarded = (access: Access) => applyDecorators(SetMetadata(ACCESS, access), UseGuards(AccessGuard));

/** The `RequestContext`, in resolvers and in routes. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  if (execution.getType<GqlContextType>() === 'graphql') return graphqlContext(execution);
  const context = execution.switchToHttp().getRequest<RequestWithContext>().pilotage;
  if (!context) throw new Error('A route with @Ctx() needs @Requires, @RequiresOperator or @Public.');
  return context;
});

const graphqlContext = (execution: ExecutionContext): RequestContext =>
  GqlExecutionContext.create(execution).getContext<RequestContext>();
