import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { currentFramework, framework } from '@pilotage/frameworks';
import { NotFoundError } from '@pilotage/platform';
import { Requires } from '@pilotage/tenancy/api';
import { Framework, toFramework } from './framework.graphql.js';

@Resolver(() => Framework)
export class FrameworkResolver {
  @Requires('portfolio.read')
  @Query(() => Framework, {
    description:
      'A framework by id and version; the newest version without `version`, the built-in one without `id`.',
  })
  framework(
    @Args('id', { type: () => ID, nullable: true }) id: string | null,
    @Args('version', { type: () => Int, nullable: true }) version: number | null,
  ): Framework {
    const found = framework(id ?? currentFramework().id, version ?? undefined);
    if (!found) throw new NotFoundError('framework version');
    return toFramework(found);
  }
}
