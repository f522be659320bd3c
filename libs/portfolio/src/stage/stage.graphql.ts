import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Day, Stage } from '@pilotage/analytics';
import type { MemberId } from '@pilotage/platform';
import { DayScalar, IdempotencyKeyField, InstantScalar, UserError } from '@pilotage/platform/graphql';
import { DatedDay, DatedDayInput } from '../common/dated-day.graphql.js';
import { StageEnum, StageKnowledgeEnum } from '../graphql-enums.js';
import type { StagePlanRow } from './stage-plan.queries.js';
import type { StageRecordRow } from './stage.queries.js';

@ObjectType({ description: 'An entry into a stage, or having been seen in one.' })
export class StageRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => StageKnowledgeEnum)
  kind!: 'EVENT' | 'OBSERVATION';

  @Field(() => StageEnum)
  stage!: Stage;

  @Field(() => DatedDay)
  on!: DatedDay;

  @Field(() => String, { nullable: true, description: 'Why it moved, as recorded with it.' })
  reason!: string | null;

  @Field({ description: 'USER, IMPORT or SAMPLE.' })
  source!: string;

  @Field(() => InstantScalar)
  recordedAt!: Date;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was corrected or taken back; null while it is live.',
  })
  supersededAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was corrected or taken back.' })
  supersededReason!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The record that replaced this one; null for a retraction.',
  })
  replacedBy!: string | null;

  recordedById!: MemberId | null;
  successorId!: string | null;
}

export const toStageRecord = ({ on, precision, ...row }: StageRecordRow): StageRecord =>
  Object.assign(new StageRecord(), { ...row, on: { on, precision } });

@ObjectType({ description: 'When a stage is planned to be entered; the newest plan for it.' })
export class StagePlan {
  @Field(() => ID)
  id!: string;

  @Field(() => StageEnum)
  stage!: Stage;

  @Field(() => DatedDay)
  on!: DatedDay;

  @Field(() => DayScalar, { description: 'The day on which that was the plan: the day of the file.' })
  statedOn!: Day;
}

export const toStagePlan = ({ on, precision, ...row }: StagePlanRow): StagePlan =>
  Object.assign(new StagePlan(), { ...row, on: { on, precision } });

@ObjectType('StageContradictionError', {
  implements: () => UserError,
  description:
    'What was to be recorded contradicts the timeline; the message says which record and what to do.',
})
export class StageContradiction extends UserError {
  @Field(() => ID, { nullable: true })
  conflictingRecordId!: string | null;
}

@InputType()
export class RecordStageInput {
  @IdempotencyKeyField()
  idempotencyKey!: string;

  @Field(() => ID)
  initiativeId!: string;

  @Field(() => StageEnum)
  stage!: Stage;

  @Field(() => DatedDayInput)
  on!: DatedDayInput;

  @Field(() => String, { nullable: true, description: 'Needed to go on after an end.' })
  reason?: string | null;

  @Field(() => ID, { nullable: true, description: 'For an end by merging: the initiative that carries on.' })
  successorId?: string | null;
}

@InputType()
export class ConfirmStageInput {
  @IdempotencyKeyField()
  idempotencyKey!: string;

  @Field(() => ID)
  initiativeId!: string;

  @Field(() => StageEnum)
  stage!: Stage;

  @Field(() => DayScalar)
  seenOn!: Day;
}

@InputType()
export class CorrectStageInput {
  @Field(() => ID)
  recordId!: string;

  @Field(() => StageEnum)
  stage!: Stage;

  @Field(() => DatedDayInput)
  on!: DatedDayInput;

  @Field({ description: 'Why it is corrected; the reason of the record itself stays.' })
  reason!: string;
}

@InputType()
export class RetractStageInput {
  @Field(() => ID)
  recordId!: string;

  @Field({ description: 'Why it is taken back.' })
  reason!: string;
}
