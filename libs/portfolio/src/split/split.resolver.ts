import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@pilotage/tenancy';
import { Person, PersonLoader } from '@pilotage/tenancy/api';
import { Initiative } from '../initiative/initiative.graphql.js';
import { InitiativeLoader } from '../initiative/initiative.loaders.js';
import { InitiativeSplit } from './split.graphql.js';

@Resolver(() => InitiativeSplit)
export class SplitResolver {
  constructor(
    private readonly initiatives: InitiativeLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => Initiative, {
    nullable: true,
    description: 'What was split off; null where the caller may not see it.',
  })
  initiative(
    @Parent() { initiativeId }: InitiativeSplit,
    @Context() ctx: RequestContext,
  ): Promise<Initiative | null> {
    return this.initiatives.load(ctx, initiativeId);
  }

  @ResolveField(() => Initiative, {
    nullable: true,
    description: 'What it was split off from; null where the caller may not see it.',
  })
  origin(
    @Parent() { originId }: InitiativeSplit,
    @Context() ctx: RequestContext,
  ): Promise<Initiative | null> {
    return this.initiatives.load(ctx, originId);
  }

  @ResolveField(() => Person, { nullable: true })
  recordedBy(
    @Parent() { recordedById }: InitiativeSplit,
    @Context() ctx: RequestContext,
  ): Promise<Person | null> {
    return this.people.loadMember(ctx, recordedById);
  }
}
