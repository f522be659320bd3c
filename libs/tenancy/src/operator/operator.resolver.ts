import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  CONFIG,
  NotFoundError,
  OperatorDatabase,
  type Config,
  type TenantId,
  idFrom,
  type Id,
} from '@pilotage/platform';
import {
  decodeCursor,
  orUserError,
  pageSize,
  toConnection,
  type ConnectionOf,
} from '@pilotage/platform/graphql';
import { RequestContext } from '../request/request-context.js';
import { Ctx, RequiresOperator } from '../request/requires.js';
import {
  CreateTenantInput,
  CreateTenantResult,
  CreateTenantSuccess,
  OperatorTenant,
  OperatorTenantConnection,
  QueueHealth,
  SetTenantSuspendedInput,
  SetTenantSuspendedResult,
  SetTenantSuspendedSuccess,
  toOperatorTenant,
} from './operator.graphql.js';
import { queueCounts, tenantById, tenantsPage } from './operator.queries.js';
import { OperatorService } from './operator.service.js';

@Resolver()
export class OperatorResolver {
  constructor(
    private readonly operator: OperatorDatabase,
    private readonly service: OperatorService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => OperatorTenantConnection, {
    description: 'By address. `search` finds parts of address and name.',
  })
  @RequiresOperator()
  async operatorTenants(
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ConnectionOf<OperatorTenant>> {
    const list = { operatorTenants: search ?? null };
    const page = { search, first: pageSize(first), after: decodeCursor(after, list) };
    const { rows, totalCount } = await tenantsPage(this.operator, page);
    return toConnection(rows, {
      first,
      totalCount,
      list,
      cursorOf: ({ slug, id }) => ({ value: slug, id }),
      toNode: toOperatorTenant,
    });
  }

  @Query(() => QueueHealth)
  @RequiresOperator()
  async queueHealth(): Promise<QueueHealth> {
    const backend = this.config.REDIS_URL ? 'Redis' : 'PostgreSQL';
    return Object.assign(new QueueHealth(), { backend, ...(await queueCounts(this.operator)) });
  }

  @Mutation(() => CreateTenantResult, {
    description: 'Makes a tenant with its first admin, who gets in by the link.',
  })
  @RequiresOperator()
  createTenant(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CreateTenantInput,
  ): Promise<typeof CreateTenantResult> {
    const { idempotencyKey, ...tenant } = input;
    return orUserError(async () => {
      const made = await this.service.createTenant(ctx.user.userId, idempotencyKey, tenant);
      return Object.assign(new CreateTenantSuccess(), {
        tenant: await this.tenant(made.tenantId),
        inviteLink: made.inviteLink,
      });
    });
  }

  @Mutation(() => SetTenantSuspendedResult, {
    description: 'Closes a tenant to everybody, or opens it again. Nothing is lost.',
  })
  @RequiresOperator()
  async setTenantSuspended(
    @Args('input') input: SetTenantSuspendedInput,
  ): Promise<typeof SetTenantSuspendedResult> {
    const tenantId = idFrom<Id<'Tenant'>>(input.tenantId, 'tenant');
    await this.service.setSuspended(tenantId, input.isSuspended);
    return Object.assign(new SetTenantSuspendedSuccess(), { tenant: await this.tenant(tenantId) });
  }

  private async tenant(id: TenantId): Promise<OperatorTenant> {
    const row = await tenantById(this.operator, id);
    if (!row) throw new NotFoundError('tenant');
    return toOperatorTenant(row);
  }
}
