import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type InvalidInputError, orUserError } from '@pilotage/platform/graphql';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Person, PersonLoader, Requires } from '@pilotage/tenancy/api';
import {
  AddFrameworkInput,
  AddFrameworkResult,
  AddFrameworkSuccess,
  Framework,
  OwnFramework,
  toFramework,
  toOwnFramework,
} from './framework.graphql.js';
import { FrameworkService } from './framework.service.js';

@Resolver(() => OwnFramework)
export class FrameworkResolver {
  constructor(
    private readonly service: FrameworkService,
    private readonly people: PersonLoader,
  ) {}

  @Requires('portfolio.read')
  @Query(() => Framework, {
    description:
      'A framework by id and version; the newest version without `version`, the built-in one without `id`.',
  })
  async framework(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, nullable: true }) id: string | null,
    @Args('version', { type: () => Int, nullable: true }) version: number | null,
  ): Promise<Framework> {
    return toFramework(await this.service.find(ctx, id, version));
  }

  @Requires('portfolio.read')
  @Query(() => [OwnFramework], {
    description: "The organisation's own questionnaires, by id, the newest version first; at most 100.",
  })
  async ownFrameworks(@Ctx() ctx: RequestContext): Promise<OwnFramework[]> {
    return (await this.service.own(ctx)).map(toOwnFramework);
  }

  @Requires('portfolio.read')
  @Query(() => OwnFramework, { description: "One version of one of the organisation's own questionnaires." })
  async ownFramework(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) frameworkId: string,
    @Args('version', { type: () => Int }) frameworkVersion: number,
  ): Promise<OwnFramework> {
    return toOwnFramework(await this.service.ownVersion(ctx, { frameworkId, frameworkVersion }));
  }

  @Requires('import.run')
  @Mutation(() => AddFrameworkResult, {
    description:
      'Adds a version of a questionnaire, to be answered by imports. The same file again finds what it made.',
  })
  addFramework(
    @Ctx() ctx: RequestContext,
    @Args('input') { source }: AddFrameworkInput,
  ): Promise<AddFrameworkSuccess | InvalidInputError> {
    return orUserError(async () =>
      Object.assign(new AddFrameworkSuccess(), {
        added: toOwnFramework(await this.service.add(ctx, source)),
      }),
    );
  }

  @ResolveField(() => Person, { nullable: true })
  addedBy(@Parent() { addedById }: OwnFramework, @Context() ctx: RequestContext): Promise<Person | null> {
    return this.people.loadMember(ctx, addedById);
  }
}
