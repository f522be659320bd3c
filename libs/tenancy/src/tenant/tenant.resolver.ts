import { Args, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { quarterOf, previousQuarter, type Day, type FiscalQuarter } from '@pilotage/analytics';
import { BadInputError, UnitOfWork } from '@pilotage/platform';
import { DayScalar, orUserError, pageSize } from '@pilotage/platform/graphql';
import { TenantEraser } from '../erasure/tenant-eraser.js';
import { permissionsOf } from '../permission/permissions.js';
import { RequestContext } from '../request/request-context.js';
import { Ctx, Requires } from '../request/requires.js';
import { Settings } from '../setting/setting.graphql.js';
import { SettingsLoader } from '../setting/settings.loader.js';
import { SetupSteps } from './setup-steps.js';
import {
  Quarter,
  RemoveSampleInput,
  RemoveSampleResult,
  RemoveSampleSuccess,
  SetupStep,
  Tenant,
  toQuarter,
} from './tenant.graphql.js';

@Resolver(() => Tenant)
export class TenantResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settingsLoader: SettingsLoader,
    private readonly steps: SetupSteps,
    private readonly eraser: TenantEraser,
  ) {}

  @Query(() => Tenant)
  @Requires('portfolio.read')
  tenant(@Ctx() ctx: RequestContext): Tenant {
    return Object.assign(new Tenant(), ctx.tenant);
  }

  @ResolveField(() => DayScalar, { description: 'Which day it is where the organisation is.' })
  today(@Ctx() ctx: RequestContext): Promise<Day> {
    return this.settingsLoader.today(ctx);
  }

  @ResolveField(() => Settings)
  settings(@Ctx() ctx: RequestContext): Promise<Settings> {
    return this.settingsLoader.inForce(ctx);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do, such as portfolio.write.' })
  permissions(@Ctx() ctx: RequestContext): readonly string[] {
    return permissionsOf(ctx.member.role);
  }

  @ResolveField(() => [SetupStep], { description: 'What a new organisation does first, in this order.' })
  setupSteps(@Ctx() ctx: RequestContext): Promise<SetupStep[]> {
    return this.unitOfWork.read(ctx, (tx) => this.steps.read(tx));
  }

  @Query(() => [Quarter], { description: 'The current quarter and those before it, oldest first.' })
  @Requires('portfolio.read')
  async quarters(
    @Ctx() ctx: RequestContext,
    @Args('count', { type: () => Int, defaultValue: 12 }) count: number,
  ): Promise<Quarter[]> {
    const { calendar } = await this.settingsLoader.timeline(ctx);
    const today = await this.settingsLoader.today(ctx);
    const quarters: FiscalQuarter[] = [quarterOf(today, calendar)];
    while (quarters.length < pageSize(count)) quarters.unshift(previousQuarter(quarters[0]!, calendar));
    return quarters.map((quarter) => toQuarter(quarter, today));
  }

  @Mutation(() => RemoveSampleResult, { description: 'Deletes a sample organisation with everything in it.' })
  @Requires('settings.manage')
  removeSample(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RemoveSampleInput,
  ): Promise<typeof RemoveSampleResult> {
    const { id, slug, isSample } = ctx.tenant;
    return orUserError(async () => {
      if (!isSample)
        throw new BadInputError('Only sample organisations can be removed here.', [], 'NOT_A_SAMPLE');
      if (input.confirmSlug !== slug)
        throw new BadInputError(`Type ${slug} to confirm.`, ['confirmSlug'], 'NOT_CONFIRMED');
      await this.eraser.erase(id);
      return Object.assign(new RemoveSampleSuccess(), { slug });
    });
  }
}
