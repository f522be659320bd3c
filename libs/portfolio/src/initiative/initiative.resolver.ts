import {
  Args,
  Context,
  ID,
  Info,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { idFrom } from '@pilotage/platform';
import {
  type ConnectionOf,
  type ConflictUserError,
  type InvalidInputError,
  isAskedFor,
} from '@pilotage/platform/graphql';
import { type GraphQLResolveInfo } from 'graphql';
import { Ctx, Person, PersonLoader, Requires, Unit, UnitLoader } from '@pilotage/tenancy/api';
import { RequestContext } from '@pilotage/tenancy';
import { canAssess, canEdit } from '../access/initiative-access.js';
import { InitiativeSplit } from '../split/split.graphql.js';
import { orStageError } from '../stage/or-stage-error.js';
import {
  type StageContradiction,
  StagePlan,
  StageRecord,
  toStagePlan,
  toStageRecord,
} from '../stage/stage.graphql.js';
import { Attribute, Initiative, InitiativeConnection, InitiativeRevision } from './initiative.graphql.js';
import {
  CreateInitiativeInput,
  CreateInitiativeResult,
  CreateInitiativeSuccess,
  InitiativeFilter,
  InitiativeOrder,
  UpdateInitiativeInput,
  UpdateInitiativeResult,
  UpdateInitiativeSuccess,
} from './initiative.inputs.js';
import { InitiativeDetailLoader, InitiativeLoader } from './initiative.loaders.js';
import { InitiativeReader } from './initiative.reader.js';
import { InitiativeService } from './initiative.service.js';
import type { InitiativeId } from './initiative.types.js';

@Resolver(() => Initiative)
export class InitiativeResolver {
  constructor(
    private readonly reader: InitiativeReader,
    private readonly service: InitiativeService,
    private readonly initiativeLoader: InitiativeLoader,
    private readonly details: InitiativeDetailLoader,
    private readonly people: PersonLoader,
    private readonly unitLoader: UnitLoader,
  ) {}

  @Requires('portfolio.read')
  @Query(() => InitiativeConnection, { description: 'The portfolio, as far as the caller may see it.' })
  initiatives(
    @Ctx() ctx: RequestContext,
    @Args('filter', { type: () => InitiativeFilter, nullable: true }) filter: InitiativeFilter | null,
    @Args('order', { type: () => InitiativeOrder, nullable: true }) order: InitiativeOrder | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Initiative>> {
    const isCounted = isAskedFor(info, 'totalCount');
    return this.reader.list(ctx, { filter, order, first, after, isCounted });
  }

  @Requires('portfolio.read')
  @Query(() => Initiative, { nullable: true })
  async initiative(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Initiative> {
    const initiativeId = idFrom<InitiativeId>(id, 'initiative');
    const found = await this.initiativeLoader.load(ctx, initiativeId);
    if (!found) throw await this.reader.whyMissing(ctx, initiativeId);
    return found;
  }

  @Requires('portfolio.read')
  @Query(() => [String], {
    description: 'The tags in use, at most the 1,000 most used, in the order of letters.',
  })
  tags(@Ctx() ctx: RequestContext): Promise<string[]> {
    return this.reader.tags(ctx);
  }

  @Requires('initiative.contribute')
  @Mutation(() => CreateInitiativeResult)
  createInitiative(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CreateInitiativeInput,
  ): Promise<CreateInitiativeSuccess | InvalidInputError | StageContradiction | ConflictUserError> {
    return orStageError(async () => {
      const id = await this.service.create(ctx, input);
      return Object.assign(new CreateInitiativeSuccess(), {
        initiative: await this.initiativeLoader.reload(ctx, id),
      });
    });
  }

  @Requires('initiative.contribute')
  @Mutation(() => UpdateInitiativeResult)
  updateInitiative(
    @Ctx() ctx: RequestContext,
    @Args('input') input: UpdateInitiativeInput,
  ): Promise<UpdateInitiativeSuccess | InvalidInputError | StageContradiction | ConflictUserError> {
    return orStageError(async () => {
      const id = await this.service.update(ctx, input);
      return Object.assign(new UpdateInitiativeSuccess(), {
        initiative: await this.initiativeLoader.reload(ctx, id),
      });
    });
  }

  @ResolveField(() => [Attribute], { description: 'Further columns as imported.' })
  attributes(@Parent() { id }: Initiative, @Context() ctx: RequestContext): Promise<readonly Attribute[]> {
    return this.details.attributes(ctx, id);
  }

  @ResolveField(() => String, {
    description:
      'Another one after each change of what `updateInitiative` takes, and after nothing else; for its `expectedVersion`.',
  })
  version(@Parent() { id }: Initiative, @Context() ctx: RequestContext): Promise<string> {
    return this.details.version(ctx, id);
  }

  @ResolveField(() => Unit, { nullable: true })
  unit(@Parent() { row }: Initiative, @Context() ctx: RequestContext): Promise<Unit | null> {
    return this.unitLoader.load(ctx, row.unitId);
  }

  @ResolveField(() => Person, { nullable: true })
  owner(@Parent() { row }: Initiative, @Context() ctx: RequestContext): Promise<Person | null> {
    return this.people.load(ctx, row.ownerId);
  }

  @ResolveField(() => Person, { nullable: true })
  sponsor(@Parent() { row }: Initiative, @Context() ctx: RequestContext): Promise<Person | null> {
    return this.people.load(ctx, row.sponsorId);
  }

  @ResolveField(() => [StagePlan], { description: 'Planned entries into stages, earliest first.' })
  async stagePlans(@Parent() { id }: Initiative, @Context() ctx: RequestContext): Promise<StagePlan[]> {
    return (await this.details.stagePlans(ctx, id)).map(toStagePlan);
  }

  @ResolveField(() => [InitiativeSplit], {
    description: 'What it was split off from and what was split off from it, newest first; at most 100.',
  })
  async splits(@Parent() { id }: Initiative, @Context() ctx: RequestContext): Promise<InitiativeSplit[]> {
    const rows = await this.details.splits(ctx, id);
    return rows.map((row) => Object.assign(new InitiativeSplit(), row));
  }

  @ResolveField(() => [StageRecord], { description: 'Stage events and observations, newest day first.' })
  async stageHistory(
    @Parent() { id }: Initiative,
    @Context() ctx: RequestContext,
    @Args('includeSuperseded', { defaultValue: false }) includeSuperseded: boolean,
  ): Promise<StageRecord[]> {
    const records = await this.details.stageRecords(ctx, id);
    return records.filter((row) => includeSuperseded || row.supersededAt === null).map(toStageRecord);
  }

  @ResolveField(() => [InitiativeRevision], {
    description: 'What was recorded of its attributes, newest first.',
  })
  revisions(@Parent() { id }: Initiative, @Context() ctx: RequestContext): Promise<InitiativeRevision[]> {
    return this.details.revisions(ctx, id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the caller may change it.' })
  canEdit(@Parent() { row }: Initiative, @Context() ctx: RequestContext): boolean {
    return canEdit(ctx, row);
  }

  @ResolveField(() => Boolean, { description: 'Whether the caller may assess it.' })
  canAssess(@Parent() { row }: Initiative, @Context() ctx: RequestContext): boolean {
    return canAssess(ctx, row);
  }
}

@Resolver(() => InitiativeRevision)
export class InitiativeRevisionResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true })
  recordedBy(
    @Parent() { recordedById }: InitiativeRevision,
    @Context() ctx: RequestContext,
  ): Promise<Person | null> {
    return this.people.loadMember(ctx, recordedById);
  }
}
