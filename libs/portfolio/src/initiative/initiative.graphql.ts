import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Day, daysBetween, type Stage } from '@pilotage/analytics';
import type { MemberId } from '@pilotage/platform';
import { connectionType, DayScalar, InstantScalar } from '@pilotage/platform/graphql';
import { DatedDay } from '../common/dated-day.graphql.js';
import { AiKindEnum, DeliveryModelEnum, OutcomeEnum, RiskTierEnum, StageEnum, StageKnowledgeEnum } from '../graphql-enums.js'; // prettier-ignore
import type { InitiativeRow } from './initiative.queries.js';
import { type AiKind, type DeliveryModel, type InitiativeId, initiativeKey, type RiskTier } from './initiative.types.js'; // prettier-ignore

@ObjectType({ description: 'The stage in force, as far as it is known.' })
export class StageState {
  @Field(() => StageEnum)
  stage!: Stage;

  @Field(() => DatedDay, {
    nullable: true,
    description: 'The day it entered; where only seen, the first such day.',
  })
  since!: DatedDay | null;

  @Field(() => StageKnowledgeEnum)
  knownBy!: 'EVENT' | 'OBSERVATION';

  @Field(() => OutcomeEnum, { nullable: true, description: 'For an end: what it meant.' })
  outcome!: 'RETIRED' | 'ABANDONED' | 'MERGED' | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days in the stage until last observed; null when the day of entry is unknown.',
  })
  days!: number | null;
}

@ObjectType({ description: 'A further column of an imported row.' })
export class Attribute {
  @Field()
  name!: string;

  @Field()
  value!: string;
}

@ObjectType()
export class Initiative {
  @Field(() => ID)
  id!: InitiativeId;

  @Field({ description: 'Like AI-042.' })
  key!: string;

  @Field()
  name!: string;

  @Field()
  summary!: string;

  @Field(() => AiKindEnum)
  kind!: AiKind;

  @Field(() => RiskTierEnum)
  riskTier!: RiskTier;

  @Field(() => DeliveryModelEnum)
  deliveryModel!: DeliveryModel;

  @Field(() => String, { nullable: true, description: 'Its id in the register it comes from.' })
  externalId!: string | null;

  @Field(() => [String])
  tags!: readonly string[];

  @Field(() => StageState, { nullable: true, description: 'Null when no stage was ever recorded.' })
  stage!: StageState | null;

  @Field(() => DayScalar, {
    description:
      'The last day on which anything was known of it: an import, an edit, a confirmation, an assessment.',
  })
  lastObservedOn!: Day;

  @Field(() => InstantScalar)
  createdAt!: Date;

  @Field(() => InstantScalar)
  updatedAt!: Date;

  /** For the fields that other tables answer. */
  row!: InitiativeRow;
}

@ObjectType({ description: 'What was recorded of its attributes or assignments.' })
export class InitiativeRevision {
  @Field(() => ID)
  id!: string;

  @Field(() => DayScalar)
  effectiveOn!: Day;

  @Field(() => InstantScalar)
  recordedAt!: Date;

  @Field(() => [String], { description: 'The fields it changed; empty for the first.' })
  changed!: readonly string[];

  recordedById!: MemberId | null;
}

export const InitiativeConnection = connectionType(Initiative, 'Initiative');

export function toInitiative(row: InitiativeRow): Initiative {
  return Object.assign(new Initiative(), {
    ...row,
    key: initiativeKey(row.keyNumber),
    stage: toStageState(row),
    row,
  });
}

function toStageState({
  stage,
  stageOn,
  stagePrecision,
  stageKnownBy,
  outcome,
  lastObservedOn,
}: InitiativeRow): StageState | null {
  if (stage === null || stageOn === null || stagePrecision === null || stageKnownBy === null) return null;
  return {
    stage,
    since: { on: stageOn, precision: stagePrecision },
    knownBy: stageKnownBy,
    outcome,
    days:
      stageKnownBy === 'EVENT' && stagePrecision === 'DAY'
        ? Math.max(0, daysBetween(stageOn, lastObservedOn))
        : null,
  };
}
