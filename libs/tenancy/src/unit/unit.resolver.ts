import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { UnitOfWork, withIdempotency } from '@pilotage/platform';
import { orUserError } from '@pilotage/platform/graphql';
import { RequestContext } from '../request/request-context.js';
import { Ctx, Requires } from '../request/requires.js';
import { SaveUnitInput, SaveUnitResult, SaveUnitSuccess, Unit } from './unit.graphql.js';
import { UnitLoader } from './unit.loader.js';
import { UnitService } from './unit.service.js';

@Resolver()
export class UnitResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: UnitService,
    private readonly loader: UnitLoader,
  ) {}

  @Query(() => [Unit], {
    description: 'All business units, closed ones included; a unit precedes its sub-units.',
  })
  @Requires('portfolio.read')
  units(@Ctx() ctx: RequestContext): Promise<Unit[]> {
    return this.loader.all(ctx);
  }

  @Mutation(() => SaveUnitResult, {
    description: 'Makes a unit, or renames, moves, closes or opens one from a day on.',
  })
  @Requires('unit.manage')
  saveUnit(@Ctx() ctx: RequestContext, @Args('input') input: SaveUnitInput): Promise<typeof SaveUnitResult> {
    return orUserError(async () => {
      const request = { mutation: 'saveUnit', key: input.idempotencyKey, input };
      const id = await this.unitOfWork.run(ctx, (tx) =>
        withIdempotency(tx, request, () => this.service.save(tx, input)),
      );
      return Object.assign(new SaveUnitSuccess(), { unit: await this.loader.load(ctx, id) });
    });
  }
}
