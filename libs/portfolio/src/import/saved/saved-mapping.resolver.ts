import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type ConflictUserError, type InvalidInputError, orUserError } from '@pilotage/platform/graphql';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Person, PersonLoader, Requires } from '@pilotage/tenancy/api';
import { Import } from '../import.graphql.js';
import { placeOn } from './saved-mapping.js';
import { FittingMapping, LoadMappingInput, SavedMapping, SaveMappingInput, SaveMappingResult, SaveMappingSuccess, toSavedMapping } from './saved-mapping.graphql.js'; // prettier-ignore
import type { SavedMappingRow } from './saved-mapping.queries.js';
import { SavedMappingService } from './saved-mapping.service.js';

@Resolver(() => SavedMapping)
export class SavedMappingResolver {
  constructor(
    private readonly service: SavedMappingService,
    private readonly people: PersonLoader,
  ) {}

  @Requires('import.run')
  @Query(() => [SavedMapping], { description: 'The newest version of each, by name; at most 200.' })
  async savedMappings(@Ctx() ctx: RequestContext): Promise<SavedMapping[]> {
    return (await this.service.list(ctx)).map(toSavedMapping);
  }

  @Requires('import.run')
  @Mutation(() => SaveMappingResult, { description: 'Keeps the mapping of an import under a name.' })
  saveMapping(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SaveMappingInput,
  ): Promise<SaveMappingSuccess | InvalidInputError | ConflictUserError> {
    return saved(() => this.service.save(ctx, input));
  }

  @Requires('import.run')
  @Mutation(() => SaveMappingResult, { description: 'Keeps a mapping that comes as a file.' })
  loadMapping(
    @Ctx() ctx: RequestContext,
    @Args('input') input: LoadMappingInput,
  ): Promise<SaveMappingSuccess | InvalidInputError | ConflictUserError> {
    return saved(() => this.service.load(ctx, input));
  }

  @ResolveField(() => Person, { nullable: true })
  createdBy(@Parent() { createdById }: SavedMapping, @Context() ctx: RequestContext): Promise<Person | null> {
    return this.people.loadMember(ctx, createdById);
  }
}

const saved = (work: () => Promise<SavedMappingRow>) =>
  orUserError(async () => Object.assign(new SaveMappingSuccess(), { saved: toSavedMapping(await work()) }));

@Resolver(() => Import)
export class FittingMappingResolver {
  constructor(private readonly service: SavedMappingService) {}

  @ResolveField(() => [FittingMapping], {
    description: 'The newest version of each saved mapping, by name, held against the columns of the file.',
  })
  async savedMappings(
    @Parent() { columns }: Import,
    @Context() ctx: RequestContext,
  ): Promise<FittingMapping[]> {
    // The same list for every import of a page.
    const rows = await ctx.once(FittingMappingResolver, () => this.service.list(ctx));
    return rows.map((row) =>
      Object.assign(new FittingMapping(), { saved: toSavedMapping(row), ...placeOn(row.mapping, columns) }),
    );
  }
}
