import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type ConflictUserError, type InvalidInputError, orUserError } from '@pilotage/platform/graphql';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Person, PersonLoader, Requires } from '@pilotage/tenancy/api';
import { Import, ImportActRecord, MendedImport } from './import.graphql.js';
import { ImportDetailLoader } from './import.loaders.js';
import { ImportReader } from './import.reader.js';
import { PauseImportInput, PauseImportResult, PauseImportSuccess, UndoImportInput, UndoImportResult, UndoImportSuccess } from './import-stop.inputs.js'; // prettier-ignore
import { ImportStopService } from './import-stop.service.js';

@Resolver(() => Import)
export class ImportStopResolver {
  constructor(
    private readonly service: ImportStopService,
    private readonly reader: ImportReader,
    private readonly details: ImportDetailLoader,
  ) {}

  @Requires('import.run')
  @Mutation(() => PauseImportResult, {
    description:
      'Lets a running import rest after the rows in work, until `startImport`. Paused again, it stays as it is.',
  })
  pauseImport(
    @Ctx() ctx: RequestContext,
    @Args('input') input: PauseImportInput,
  ): Promise<PauseImportSuccess | InvalidInputError | ConflictUserError> {
    return orUserError(async () => {
      const id = await this.service.pause(ctx, input);
      return Object.assign(new PauseImportSuccess(), { import: await this.reader.find(ctx, id) });
    });
  }

  @Requires('import.run')
  @Mutation(() => UndoImportResult, {
    description:
      'Begins to take back all that the newest import wrote: what it had replaced holds again, what people recorded since stays.',
  })
  undoImport(
    @Ctx() ctx: RequestContext,
    @Args('input') input: UndoImportInput,
  ): Promise<UndoImportSuccess | InvalidInputError | ConflictUserError> {
    return orUserError(async () => {
      const id = await this.service.undo(ctx, input);
      return Object.assign(new UndoImportSuccess(), { import: await this.reader.find(ctx, id) });
    });
  }

  @ResolveField(() => MendedImport, {
    nullable: true,
    description: 'The import whose findings file this is, mended; its mapping was taken over.',
  })
  mends(@Parent() { mendsImportId }: Import, @Context() ctx: RequestContext): Promise<MendedImport | null> {
    return this.details.mends(ctx, mendsImportId);
  }

  @ResolveField(() => [ImportActRecord], {
    description: 'Who started, paused, stopped or undid it; the newest 50, oldest first.',
  })
  acts(@Parent() { id }: Import, @Context() ctx: RequestContext): Promise<ImportActRecord[]> {
    return this.details.acts(ctx, id);
  }
}

@Resolver(() => ImportActRecord)
export class ImportActResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true })
  doneBy(@Parent() { doneById }: ImportActRecord, @Context() ctx: RequestContext): Promise<Person | null> {
    return this.people.loadMember(ctx, doneById);
  }
}
