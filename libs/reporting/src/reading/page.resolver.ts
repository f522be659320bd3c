import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Day, type Stage } from '@pilotage/analytics';
import { type ConnectionOf, DayScalar } from '@pilotage/platform/graphql';
import { Initiative, InitiativeConnection, InitiativeLoader, StageEnum } from '@pilotage/portfolio/api';
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
  JourneyRowConnection,
  TimeToProduction,
  toTimeToProduction,
} from '../time-to-production/time-to-production.graphql.js';
import { PortfolioFilter, Trend } from '../trend/trend.graphql.js';
import { initiativePage, withInitiatives } from './initiative-page.js';
import { PageReader } from './page-reader.js';

@Resolver()
export class PageResolver {
  constructor(private readonly pages: PageReader) {}

  @Requires('portfolio.read')
  @Query(() => Trend, {
    description:
      'The portfolio over so many quarters up to the one that holds a day; without one the running quarter.',
  })
  trend(
    @Ctx() ctx: RequestContext,
    @Args('filter', { type: () => PortfolioFilter, nullable: true }) filter: PortfolioFilter | null,
    @Args('quarters', { type: () => Int, defaultValue: PERIOD_QUARTERS }) quarters: number,
    @Args('quarterOf', { type: () => DayScalar, nullable: true }) quarterOf: Day | null | undefined,
  ): Promise<object> {
    return this.pages.trend(ctx, parseFilter(filter), quarters, quarterOf ?? null);
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
    @Args('filter', { type: () => PortfolioFilter, nullable: true }) filter: PortfolioFilter | null,
    @Args('quarterOf', { type: () => DayScalar, nullable: true }) quarterOf: Day | null | undefined,
  ): Promise<ExecutiveQuarter> {
    return toExecutiveQuarter(await this.pages.executiveQuarter(ctx, parseFilter(filter), quarterOf ?? null));
  }
}

@Resolver(() => TimeToProduction)
export class TimeToProductionResolver {
  constructor(private readonly initiatives: InitiativeLoader) {}

  @ResolveField(() => JourneyRowConnection, { description: 'The pilots followed, by day of entry.' })
  rows(
    @Parent() { view }: TimeToProduction,
    @Context() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ConnectionOf<JourneyRow>> {
    return initiativePage(this.initiatives, ctx, view.rows, { first, after, list: 'journeys' });
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

  @ResolveField(() => InitiativeConnection, {
    description:
      'Over the limit in this stage, the longest first: pilots that are stuck or without a plan, or those in limited production, who are not counted as stuck. Empty for other stages.',
  })
  async initiatives(
    @Parent() { initiativeIds, longInLimitedProductionIds }: StuckFigure,
    @Context() ctx: RequestContext,
    @Args('stage', { type: () => StageEnum, defaultValue: 'PILOT' }) stage: Stage,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ConnectionOf<Initiative>> {
    const ids =
      stage === 'PILOT' ? initiativeIds : stage === 'LIMITED_PRODUCTION' ? longInLimitedProductionIds : [];
    const rows = ids.map((initiativeId) => ({ initiativeId }));
    const page = await initiativePage(this.loader, ctx, rows, {
      first,
      after,
      list: `over the limit ${stage}`,
    });
    return {
      ...page,
      nodes: page.nodes.map(({ initiative }) => initiative),
      edges: page.edges.map(({ node, cursor }) => ({ node: node.initiative, cursor })),
    };
  }
}
