import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type ConflictUserError, type ConnectionOf, type InvalidInputError, orUserError } from '@pilotage/platform/graphql'; // prettier-ignore
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Person, PersonLoader, Requires } from '@pilotage/tenancy/api';
import { ImportStateEnum } from '../graphql-enums.js';
import { DateFormatFit, FileRow, FindingCount, Import, ImportConnection, ImportFinding, ImportFindingConnection, ValueCount } from './import.graphql.js'; // prettier-ignore
import { CancelImportInput, CancelImportResult, CancelImportSuccess, CheckImportInput, CheckImportResult, CheckImportSuccess, ChooseHeaderRowInput, ChooseHeaderRowResult, ChooseHeaderRowSuccess, StartImportInput, StartImportResult, StartImportSuccess } from './import.inputs.js'; // prettier-ignore
import { ImportDetailLoader } from './import.loaders.js';
import { ImportHeaderService } from './import-header.service.js';
import { ImportReader } from './import.reader.js';
import { ImportService } from './import.service.js';
import type { ImportState } from './import.types.js';

@Resolver(() => Import)
export class ImportResolver {
  constructor(
    private readonly service: ImportService,
    private readonly headers: ImportHeaderService,
    private readonly reader: ImportReader,
    private readonly details: ImportDetailLoader,
    private readonly people: PersonLoader,
  ) {}

  @Requires('import.run')
  @Query(() => ImportConnection, { description: 'Newest first.' })
  imports(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('state', { type: () => ImportStateEnum, nullable: true }) state: ImportState | null,
  ): Promise<ConnectionOf<Import>> {
    return this.reader.list(ctx, { first, after, state });
  }

  @Requires('import.run')
  @Query(() => Import, { nullable: true })
  import(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<Import> {
    return this.reader.find(ctx, id);
  }

  @Requires('import.run')
  @Mutation(() => ChooseHeaderRowResult, {
    description:
      'Reads the columns from another row. Mapping and check begin anew; not once the import has begun.',
  })
  chooseHeaderRow(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ChooseHeaderRowInput,
  ): Promise<ChooseHeaderRowSuccess | InvalidInputError | ConflictUserError> {
    return orUserError(async () => {
      const id = await this.headers.choose(ctx, input);
      return Object.assign(new ChooseHeaderRowSuccess(), { import: await this.reader.find(ctx, id) });
    });
  }

  @Requires('import.run')
  @Mutation(() => CheckImportResult, { description: 'Stores the mapping and begins a dry run with it.' })
  checkImport(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CheckImportInput,
  ): Promise<CheckImportSuccess | InvalidInputError | ConflictUserError> {
    return orUserError(async () => {
      const id = await this.service.check(ctx, input);
      return Object.assign(new CheckImportSuccess(), { import: await this.reader.find(ctx, id) });
    });
  }

  @Requires('import.run')
  @Mutation(() => StartImportResult, { description: 'Begins the import as checked.' })
  startImport(
    @Ctx() ctx: RequestContext,
    @Args('input') input: StartImportInput,
  ): Promise<StartImportSuccess | InvalidInputError | ConflictUserError> {
    return orUserError(async () => {
      const id = await this.service.start(ctx, input);
      return Object.assign(new StartImportSuccess(), { import: await this.reader.find(ctx, id) });
    });
  }

  @Requires('import.run')
  @Mutation(() => CancelImportResult, {
    description:
      'Before it runs: discards the file. While it runs: stops it after the rows in work; what is imported by then stays. Cancelled again, it stays as it is.',
  })
  cancelImport(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CancelImportInput,
  ): Promise<CancelImportSuccess | InvalidInputError | ConflictUserError> {
    return orUserError(async () => {
      const id = await this.service.cancel(ctx, input);
      return Object.assign(new CancelImportSuccess(), { import: await this.reader.find(ctx, id) });
    });
  }

  @ResolveField(() => Person, { nullable: true })
  createdBy(@Parent() { createdById }: Import, @Context() ctx: RequestContext): Promise<Person | null> {
    return this.people.loadMember(ctx, createdById);
  }

  @ResolveField(() => Boolean, {
    description:
      'Units, or names of theirs, have changed since the check: what it says would not come true, and it must be checked again.',
  })
  isOutdated(@Parent() parent: Import, @Context() ctx: RequestContext): Promise<boolean> {
    return this.details.isOutdated(ctx, parent);
  }

  @ResolveField(() => ImportFindingConnection, { description: 'In the order of rows.' })
  findings(
    @Parent() { id }: Import,
    @Context() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('code', { type: () => String, nullable: true }) code: string | null,
    @Args('isOpen', {
      defaultValue: false,
      description: 'Warnings and skipped rows only: what somebody should look at.',
    })
    isOpen: boolean,
  ): Promise<ConnectionOf<ImportFinding>> {
    return this.details.findings(ctx, id, { first, after, code, isOpen });
  }

  @ResolveField(() => [FindingCount], { description: 'Findings by kind; what skips rows first.' })
  findingSummary(@Parent() { id }: Import, @Context() ctx: RequestContext): Promise<FindingCount[]> {
    return this.details.findingSummary(ctx, id);
  }

  @ResolveField(() => [DateFormatFit], {
    description: 'The usual formats that read anything of a column, and a named one; what reads most first.',
  })
  dateFormats(
    @Parent() parent: Import,
    @Context() ctx: RequestContext,
    @Args('column', { type: () => Int }) column: number,
    @Args('format', { type: () => String, nullable: true }) format: string | null = null,
  ): Promise<DateFormatFit[]> {
    return this.details.dateFormats(ctx, parent, column, format);
  }

  @ResolveField(() => [FileRow], {
    description: 'The first 20 rows that have something in them, one of which is the header.',
  })
  firstRows(@Parent() { id }: Import, @Context() ctx: RequestContext): Promise<FileRow[]> {
    return this.details.firstRows(ctx, id);
  }

  @ResolveField(() => [ValueCount], {
    description: 'Distinct values of a column with their number of rows, most frequent first, at most 100.',
  })
  valuesOf(
    @Parent() parent: Import,
    @Context() ctx: RequestContext,
    @Args('column', { type: () => Int }) column: number,
  ): Promise<ValueCount[]> {
    return this.details.values(ctx, parent, column);
  }
}
