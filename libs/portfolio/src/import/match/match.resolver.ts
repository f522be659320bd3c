import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type ConnectionOf, orUserError } from '@pilotage/platform/graphql';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Requires } from '@pilotage/tenancy/api';
import { ImportReader } from '../import.reader.js';
import { DecideAbsencesInput, DecideAbsencesResult, DecideAbsencesSuccess, DecideMatchesInput, DecideMatchesResult, DecideMatchesSuccess, ImportAbsence, ImportAbsenceConnection, ImportMatch, ImportMatchConnection, ImportMatching, MatchCount, MatchKindEnum, NewUnit } from './match.graphql.js'; // prettier-ignore
import { MatchReader } from './match.reader.js';
import { MatchService } from './match.service.js';
import type { MatchKind } from './match.types.js';

@Resolver(() => ImportMatching)
export class MatchResolver {
  constructor(
    private readonly service: MatchService,
    private readonly reader: MatchReader,
    private readonly imports: ImportReader,
  ) {}

  @Requires('import.run')
  @Query(() => ImportMatching)
  async importMatching(
    @Ctx() ctx: RequestContext,
    @Args('importId', { type: () => ID }) importId: string,
  ): Promise<ImportMatching> {
    return Object.assign(new ImportMatching(), { import: await this.imports.find(ctx, importId) });
  }

  @Requires('import.run')
  @Mutation(() => DecideMatchesResult, {
    description: 'Says which known initiatives rows are, and checks anew what would become of the rows.',
  })
  decideMatches(
    @Ctx() ctx: RequestContext,
    @Args('input') input: DecideMatchesInput,
  ): Promise<typeof DecideMatchesResult> {
    return orUserError(async () => {
      const id = await this.service.decideMatches(ctx, input);
      return Object.assign(new DecideMatchesSuccess(), { import: await this.imports.find(ctx, id) });
    });
  }

  @Requires('import.run')
  @Mutation(() => DecideAbsencesResult, {
    description:
      'Says what initiatives that the file does not list any more have become; the import records it.',
  })
  decideAbsences(
    @Ctx() ctx: RequestContext,
    @Args('input') input: DecideAbsencesInput,
  ): Promise<typeof DecideAbsencesResult> {
    return orUserError(async () => {
      const id = await this.service.decideAbsences(ctx, input);
      return Object.assign(new DecideAbsencesSuccess(), { import: await this.imports.find(ctx, id) });
    });
  }

  @ResolveField(() => ImportMatchConnection, { description: 'In the order of rows.' })
  matches(
    @Parent() { import: { id } }: ImportMatching,
    @Context() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('kind', { type: () => MatchKindEnum, nullable: true }) kind: MatchKind | null = null,
    @Args('isOpen', { defaultValue: false, description: 'Those that somebody should decide only.' })
    isOpen: boolean,
    @Args('isNew', {
      defaultValue: false,
      description: 'Those that count as new initiatives only, also where nothing known is like them.',
    })
    isNew: boolean,
  ): Promise<ConnectionOf<ImportMatch>> {
    return this.reader.matches(ctx, id, { first, after, kind, isOpen, isNew });
  }

  @ResolveField(() => [MatchCount], { description: 'Rows that are not known by their identity, by kind.' })
  summary(
    @Parent() { import: { id } }: ImportMatching,
    @Context() ctx: RequestContext,
  ): Promise<MatchCount[]> {
    return this.reader.summary(ctx, id);
  }

  @ResolveField(() => ImportAbsenceConnection, { description: 'In the order of their keys.' })
  absences(
    @Parent() { import: { id } }: ImportMatching,
    @Context() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ConnectionOf<ImportAbsence>> {
    return this.reader.absences(ctx, id, { first, after });
  }

  @ResolveField(() => [NewUnit], { description: 'Units that the file names and nobody knows; once checked.' })
  newUnits(@Parent() { import: { id } }: ImportMatching, @Context() ctx: RequestContext): Promise<NewUnit[]> {
    return this.reader.newUnits(ctx, id);
  }
}
