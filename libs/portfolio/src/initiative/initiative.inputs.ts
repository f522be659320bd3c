import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Day, Stage } from '@pilotage/analytics';
import {
  ConflictUserError,
  DayScalar,
  IdempotencyKeyField,
  InvalidInputError,
} from '@pilotage/platform/graphql';
import type { Attention } from '../attention/attention.js';
import { DatedDayInput } from '../common/dated-day.graphql.js';
import { AiKindEnum, AttentionEnum, DeliveryModelEnum, DirectionEnum, InitiativeOrderFieldEnum, RiskTierEnum, StageEnum } from '../graphql-enums.js'; // prettier-ignore
import { StageContradiction } from '../stage/stage.graphql.js';
import { Initiative } from './initiative.graphql.js';
import type { InitiativeOrderField } from './initiative.queries.js';
import type { AiKind, DeliveryModel, RiskTier } from './initiative.types.js';

@InputType({ description: 'An empty or absent list restricts nothing.' })
export class InitiativeFilter {
  @Field(() => String, { nullable: true, description: 'In name, summary and external id, or a key.' })
  search?: string | null;

  @Field(() => [StageEnum], { nullable: true })
  stages?: Stage[] | null;

  @Field(() => [ID], { nullable: true, description: 'Units with everything under them.' })
  unitIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  ownerIds?: string[] | null;

  @Field(() => [AiKindEnum], { nullable: true })
  kinds?: AiKind[] | null;

  @Field(() => [RiskTierEnum], { nullable: true })
  riskTiers?: RiskTier[] | null;

  @Field(() => [String], { nullable: true, description: 'With at least one of these.' })
  tags?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  isEnded?: boolean | null;

  @Field(() => [AttentionEnum], {
    nullable: true,
    description: 'With at least one of these as of today: the rows behind the counts of `officeWork`.',
  })
  attention?: Attention[] | null;
}

@InputType()
export class InitiativeOrder {
  @Field(() => InitiativeOrderFieldEnum)
  field!: InitiativeOrderField;

  @Field(() => DirectionEnum)
  direction!: 'ASC' | 'DESC';
}

@InputType({ description: 'What is absent stays as it is; null clears it.' })
export class InitiativeInput {
  @Field()
  name!: string;

  @Field(() => String, { nullable: true })
  summary?: string | null;

  @Field(() => AiKindEnum, { nullable: true })
  kind?: AiKind | null;

  @Field(() => RiskTierEnum, { nullable: true })
  riskTier?: RiskTier | null;

  @Field(() => DeliveryModelEnum, { nullable: true })
  deliveryModel?: DeliveryModel | null;

  @Field(() => String, { nullable: true })
  externalId?: string | null;

  @Field(() => [String], { nullable: true })
  tags?: string[] | null;

  @Field(() => ID, { nullable: true })
  unitId?: string | null;

  @Field(() => ID, { nullable: true })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true })
  sponsorId?: string | null;
}

@InputType()
export class CreateInitiativeInput {
  @IdempotencyKeyField()
  idempotencyKey!: string;

  @Field(() => InitiativeInput)
  initiative!: InitiativeInput;

  @Field(() => StageEnum, { nullable: true })
  stage?: Stage | null;

  @Field(() => DatedDayInput, {
    nullable: true,
    description: 'When it entered that stage; today when absent.',
  })
  stageOn?: DatedDayInput | null;
}

@ObjectType()
export class CreateInitiativeSuccess {
  @Field(() => Initiative)
  initiative!: Initiative;
}

export const CreateInitiativeResult = createUnionType({
  name: 'CreateInitiativeResult',
  types: () => [CreateInitiativeSuccess, InvalidInputError, StageContradiction, ConflictUserError] as const,
});

@InputType()
export class UpdateInitiativeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => DayScalar, { nullable: true, description: 'From which day on it is so; today when absent.' })
  effectiveOn?: Day | null;

  @Field(() => InitiativeInput)
  initiative!: InitiativeInput;

  @Field(() => String, {
    nullable: true,
    description: '`version` as the caller saw it; another one is a conflict. Absent: whatever it is.',
  })
  expectedVersion?: string | null;
}

@ObjectType()
export class UpdateInitiativeSuccess {
  @Field(() => Initiative)
  initiative!: Initiative;
}

export const UpdateInitiativeResult = createUnionType({
  name: 'UpdateInitiativeResult',
  types: () => [UpdateInitiativeSuccess, InvalidInputError, ConflictUserError] as const,
});
