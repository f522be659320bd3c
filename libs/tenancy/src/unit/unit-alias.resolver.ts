import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { UnitOfWork } from '@pilotage/platform';
import { orUserError } from '@pilotage/platform/graphql';
import { RequestContext } from '../request/request-context.js';
import { Ctx, Requires } from '../request/requires.js';
import { RemoveUnitAliasInput, RemoveUnitAliasResult, RemoveUnitAliasSuccess, SaveUnitAliasInput, SaveUnitAliasResult, SaveUnitAliasSuccess, UnitAlias } from './unit-alias.graphql.js'; // prettier-ignore
import type { UnitAliasRow } from './unit-alias.queries.js';
import { UnitAliasService } from './unit-alias.service.js';
import { UnitLoader } from './unit.loader.js';

@Resolver()
export class UnitAliasResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: UnitAliasService,
    private readonly units: UnitLoader,
  ) {}

  @Query(() => [UnitAlias], { description: 'In the order of letters.' })
  @Requires('portfolio.read')
  unitAliases(@Ctx() ctx: RequestContext): Promise<UnitAlias[]> {
    return this.all(ctx);
  }

  @Mutation(() => SaveUnitAliasResult, {
    description: 'Makes a text another name of a unit, by which imports find it; one of another unit moves.',
  })
  @Requires('unit.manage')
  saveUnitAlias(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SaveUnitAliasInput,
  ): Promise<typeof SaveUnitAliasResult> {
    return orUserError(async () => {
      const row = await this.unitOfWork.run(ctx, (tx) => this.service.save(tx, input));
      return Object.assign(new SaveUnitAliasSuccess(), { unitAlias: await this.toAlias(ctx, row) });
    });
  }

  @Mutation(() => RemoveUnitAliasResult, {
    description: 'Imports do not find a unit by it any more; what is imported stays.',
  })
  @Requires('unit.manage')
  removeUnitAlias(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RemoveUnitAliasInput,
  ): Promise<typeof RemoveUnitAliasResult> {
    return orUserError(async () => {
      await this.unitOfWork.run(ctx, (tx) => this.service.remove(tx, input.alias));
      return Object.assign(new RemoveUnitAliasSuccess(), { unitAliases: await this.all(ctx) });
    });
  }

  private async all(ctx: RequestContext): Promise<UnitAlias[]> {
    const rows = await this.unitOfWork.read(ctx, (tx) => this.service.list(tx));
    return Promise.all(rows.map((row) => this.toAlias(ctx, row)));
  }

  private async toAlias(ctx: RequestContext, { alias, unitId }: UnitAliasRow): Promise<UnitAlias> {
    return Object.assign(new UnitAlias(), { alias, unit: (await this.units.load(ctx, unitId))! });
  }
}
