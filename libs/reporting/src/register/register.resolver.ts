import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Requires, Unit, UnitLoader } from '@pilotage/tenancy/api';
import { parseFilter } from '../period/scope.js';
import { PortfolioFilter } from '../trend/trend.graphql.js';
import { RegisterCoverage, toRegisterCoverage, UnitCoverage } from './register-coverage.graphql.js';
import { RegisterReader } from './register.reader.js';

@Resolver()
export class RegisterResolver {
  constructor(private readonly register: RegisterReader) {}

  @Requires('portfolio.read')
  @Query(() => RegisterCoverage)
  async registerCoverage(
    @Ctx() ctx: RequestContext,
    @Args('filter', { type: () => PortfolioFilter, nullable: true }) filter: PortfolioFilter | null,
  ): Promise<RegisterCoverage> {
    return toRegisterCoverage(await this.register.coverage(ctx, parseFilter(filter)));
  }
}

@Resolver(() => UnitCoverage)
export class UnitCoverageResolver {
  constructor(private readonly units: UnitLoader) {}

  @ResolveField(() => Unit, { nullable: true, description: 'Null: initiatives without a unit.' })
  unit(@Parent() { unitId }: UnitCoverage, @Context() ctx: RequestContext): Promise<Unit | null> {
    return this.units.load(ctx, unitId);
  }
}
