import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Day } from '@pilotage/analytics';
import { DayScalar } from '@pilotage/platform/graphql';
import { Initiative, InitiativeLoader } from '@pilotage/portfolio/api';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Requires } from '@pilotage/tenancy/api';
import {
  ExecutiveQuarter,
  Move,
  StuckFigure,
  toExecutiveQuarter,
} from '../executive/executive-quarter.graphql.js';
import { PERIOD_QUARTERS } from '../period/period.js';
import { parseFilter } from '../period/scope.js';
import {
  JourneyRow,
  TimeToProduction,
  toTimeToProduction,
} from '../time-to-production/time-to-production.graphql.js';
import { PortfolioFilter, Trend } from '../trend/trend.graphql.js';
import { PageReader } from './page-reader.js';

@Resolver()
export class PageResolver {
  constructor(private readonly pages: PageReader) {}

  @Requires('portfolio.read')
  @Query(() => Trend, { description: 'The portfolio over the last quarters, the running one included.' })
  trend(
    @Ctx() ctx: RequestContext,
    @Args('filter', { type: () => PortfolioFilter, nullable: true }) filter: PortfolioFilter | null,
    @Args('quarters', { type: () => Int, defaultValue: PERIOD_QUARTERS }) quarters: number,
  ): Promise<object> {
    return this.pages.trend(ctx, parseFilter(filter), quarters);
  }

  @Requires('portfolio.read')
  @Query(() => TimeToProduction, {
    description: 'As of today, or of the end of the quarter that holds a day.',
  })
  async timeToProduction(
    @Ctx() ctx: RequestContext,
    @Args('filter', { type: () => PortfolioFilter, nullable: true }) filter: PortfolioFilter | null,
    @Args('quarterOf', { type: () => DayScalar, nullable: true }) quarterOf: Day | null | undefined,
  ): Promise<TimeToProduction> {
    return toTimeToProduction(await this.pages.timeToProduction(ctx, parseFilter(filter), quarterOf ?? null));
  }

  @Requires('portfolio.read')
  @Query(() => ExecutiveQuarter, {
    description: 'The quarter that holds a day; without one the last finished quarter.',
  })
  async executiveQuarter(
    @Ctx() ctx: RequestContext,
    @Args('quarterOf', { type: () => DayScalar, nullable: true }) quarterOf: Day | null | undefined,
  ): Promise<ExecutiveQuarter> {
    return toExecutiveQuarter(await this.pages.executiveQuarter(ctx, quarterOf ?? null));
  }
}

/** Puts initiatives to ids by one statement; what does not exist for the caller is left out. */
async function withInitiatives<Row extends { readonly initiativeId: string }>(
  loader: InitiativeLoader,
  ctx: RequestContext,
  rows: readonly Row[],
): Promise<(Row & { readonly initiative: Initiative })[]> {
  const found = await Promise.all(rows.map(({ initiativeId }) => loader.load(ctx, initiativeId)));
  return rows.flatMap((row, index) => {
    const initiative = found[index];
    return initiative ? [{ ...row, initiative }] : [];
  });
}

@Resolver(() => TimeToProduction)
export class TimeToProductionResolver {
  constructor(private readonly initiatives: InitiativeLoader) {}

  @ResolveField(() => [JourneyRow], { description: 'The pilots followed, by day of entry.' })
  rows(@Parent() { view }: TimeToProduction, @Context() ctx: RequestContext): Promise<JourneyRow[]> {
    return withInitiatives(this.initiatives, ctx, view.rows);
  }
}

@Resolver(() => ExecutiveQuarter)
export class ExecutiveQuarterResolver {
  constructor(private readonly initiatives: InitiativeLoader) {}

  @ResolveField(() => [Move], { description: 'The three moves that matter most.' })
  moved(@Parent() { view }: ExecutiveQuarter, @Context() ctx: RequestContext): Promise<Move[]> {
    return withInitiatives(this.initiatives, ctx, view.moved);
  }
}

@Resolver(() => StuckFigure)
export class StuckFigureResolver {
  constructor(private readonly loader: InitiativeLoader) {}

  @ResolveField(() => [Initiative], {
    description: 'Stuck, or over the limit without a plan; the longest first.',
  })
  initiatives(
    @Parent() { initiativeIds }: StuckFigure,
    @Context() ctx: RequestContext,
  ): Promise<Initiative[]> {
    return this.named(ctx, initiativeIds);
  }

  @ResolveField(() => [Initiative], {
    description:
      'Longer than the limit in limited production: not counted as stuck pilots; the longest first.',
  })
  longInLimitedProduction(
    @Parent() { longInLimitedProductionIds }: StuckFigure,
    @Context() ctx: RequestContext,
  ): Promise<Initiative[]> {
    return this.named(ctx, longInLimitedProductionIds);
  }

  private async named(ctx: RequestContext, ids: readonly string[]): Promise<Initiative[]> {
    const rows = await withInitiatives(
      this.loader,
      ctx,
      ids.map((initiativeId) => ({ initiativeId })),
    );
    return rows.map(({ initiative }) => initiative);
  }
}
