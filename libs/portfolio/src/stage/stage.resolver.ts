import { Args, Context, createUnionType, Field, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql'; // prettier-ignore
import { NotFoundError } from '@pilotage/platform';
import { ConflictUserError, InvalidInputError } from '@pilotage/platform/graphql';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Person, PersonLoader, Requires } from '@pilotage/tenancy/api';
import { Initiative } from '../initiative/initiative.graphql.js';
import { InitiativeDetailLoader, InitiativeLoader } from '../initiative/initiative.loaders.js';
import { orStageError } from './or-stage-error.js';
import { ConfirmStageInput, CorrectStageInput, RecordStageInput, RetractStageInput, StageContradiction, StageRecord, toStageRecord } from './stage.graphql.js'; // prettier-ignore
import { type StageChange, StageService } from './stage.service.js';

@ObjectType()
class RecordStageSuccess {
  @Field(() => Initiative)
  initiative!: Initiative;

  @Field(() => StageRecord, { description: 'What was recorded; after a retraction the record taken back.' })
  record!: StageRecord;
}

const RecordStageResult = createUnionType({
  name: 'RecordStageResult',
  types: () => [RecordStageSuccess, InvalidInputError, StageContradiction, ConflictUserError] as const,
});
type RecordStageOutcome = RecordStageSuccess | InvalidInputError | StageContradiction | ConflictUserError;

@Resolver(() => StageRecord)
export class StageResolver {
  constructor(
    private readonly service: StageService,
    private readonly initiatives: InitiativeLoader,
    private readonly details: InitiativeDetailLoader,
    private readonly people: PersonLoader,
  ) {}

  @Requires('initiative.contribute')
  @Mutation(() => RecordStageResult, { description: 'It entered a stage on a day.' })
  recordStage(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RecordStageInput,
  ): Promise<RecordStageOutcome> {
    return orStageError(async () => this.shown(ctx, await this.service.record(ctx, input)));
  }

  @Requires('initiative.contribute')
  @Mutation(() => RecordStageResult, {
    description: 'It was seen in a stage on a day: the same one, or another.',
  })
  confirmStage(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ConfirmStageInput,
  ): Promise<RecordStageOutcome> {
    return orStageError(async () => this.shown(ctx, await this.service.confirm(ctx, input)));
  }

  @Requires('initiative.contribute')
  @Mutation(() => RecordStageResult, { description: 'Replaces a record; the old one stays in history.' })
  correctStage(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CorrectStageInput,
  ): Promise<RecordStageOutcome> {
    return orStageError(async () => this.shown(ctx, await this.service.correct(ctx, input)));
  }

  @Requires('initiative.contribute')
  @Mutation(() => RecordStageResult, { description: 'Takes a record back; it stays in history.' })
  retractStage(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RetractStageInput,
  ): Promise<RecordStageOutcome> {
    return orStageError(async () => this.shown(ctx, await this.service.retract(ctx, input)));
  }

  @ResolveField(() => Person, { nullable: true })
  recordedBy(
    @Parent() { recordedById }: StageRecord,
    @Context() ctx: RequestContext,
  ): Promise<Person | null> {
    return this.people.loadMember(ctx, recordedById);
  }

  @ResolveField(() => Initiative, { nullable: true, description: 'For an end by merging: what carries on.' })
  successor(
    @Parent() { successorId }: StageRecord,
    @Context() ctx: RequestContext,
  ): Promise<Initiative | null> {
    return this.initiatives.load(ctx, successorId);
  }

  private async shown(
    ctx: RequestContext,
    { initiativeId, recordId }: StageChange,
  ): Promise<RecordStageSuccess> {
    const [initiative, records] = await Promise.all([
      this.initiatives.reload(ctx, initiativeId),
      this.details.stageRecords(ctx, initiativeId),
    ]);
    const record = records.find(({ id }) => id === recordId);
    if (!initiative || !record) throw new NotFoundError('stage record');
    return Object.assign(new RecordStageSuccess(), { initiative, record: toStageRecord(record) });
  }
}
