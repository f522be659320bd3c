import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Day, Stage } from '@pilotage/analytics';
import { DayScalar } from '@pilotage/platform/graphql';
import { AiKindEnum, CellStateEnum, FirstOfMonthEnum, RepairChoiceEnum, RepairCodeEnum, SameDayEnum, StageEnum } from '../../graphql-enums.js'; // prettier-ignore
import type { AiKind } from '../../initiative/initiative.types.js';
import type { RepairChoice, RepairCode } from '../plan/date-repairs.js';
import { MAPPING } from './mapping.words.js';
import { QuestionnaireMapping } from './questionnaire.graphql.js';

@ObjectType()
export class StageValueMapping {
  @Field({ description: MAPPING.value })
  value!: string;

  @Field(() => StageEnum, { nullable: true, description: MAPPING.meaning })
  stage!: Stage | null;

  @Field({ description: MAPPING.isRowSkipped })
  isRowSkipped!: boolean;
}

@ObjectType()
export class StageDateMapping {
  @Field(() => Int, { description: MAPPING.date })
  column!: number;

  @Field(() => StageEnum)
  stage!: Stage;

  @Field(() => String, { nullable: true, description: MAPPING.format })
  format!: string | null;

  @Field(() => FirstOfMonthEnum, { description: MAPPING.firstOfMonth })
  firstOfMonth!: 'DAY' | 'MONTH';

  @Field({ description: MAPPING.isOfNamedStage })
  isOfNamedStage!: boolean;
}

@ObjectType()
export class KindValueMapping {
  @Field({ description: MAPPING.value })
  value!: string;

  @Field(() => AiKindEnum, { nullable: true, description: MAPPING.meaning })
  kind!: AiKind | null;
}

@ObjectType({ description: MAPPING.ruleWhen })
export class RuleWhen {
  @Field(() => Int)
  column!: number;

  @Field(() => [String])
  values!: readonly string[];
}

@ObjectType({ description: MAPPING.ruleAnd })
export class RuleAnd {
  @Field(() => Int)
  column!: number;

  @Field(() => CellStateEnum)
  is!: 'FILLED' | 'EMPTY';
}

@ObjectType()
export class StageRule {
  @Field(() => RuleWhen, { description: MAPPING.ruleWhen })
  when!: RuleWhen;

  @Field(() => RuleAnd, { nullable: true, description: MAPPING.ruleAnd })
  and!: RuleAnd | null;

  @Field(() => StageEnum, { nullable: true, description: MAPPING.ruleStage })
  stage!: Stage | null;

  @Field(() => String, { nullable: true, description: MAPPING.ruleReason })
  reason!: string | null;
}

@ObjectType()
export class DateRepair {
  @Field(() => RepairCodeEnum)
  code!: RepairCode;

  @Field(() => RepairChoiceEnum)
  choice!: RepairChoice;
}

@ObjectType({ description: MAPPING.itself })
export class ImportMapping {
  @Field(() => [Int], { description: MAPPING.identity })
  identity!: readonly number[];

  @Field(() => Int, { description: MAPPING.name })
  name!: number;

  @Field(() => Int, { nullable: true, description: MAPPING.summary })
  summary!: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.unit })
  unit!: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.externalId })
  externalId!: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.kind })
  kind!: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.tags })
  tags!: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.stage })
  stage!: number | null;

  @Field(() => [String], { description: MAPPING.emptyValues })
  emptyValues!: readonly string[];

  @Field(() => [StageValueMapping], { description: MAPPING.stageValues })
  stageValues!: readonly StageValueMapping[];

  @Field(() => [StageRule], { description: MAPPING.stageRules })
  stageRules!: readonly StageRule[];

  @Field(() => [KindValueMapping], { description: MAPPING.kindValues })
  kindValues!: readonly KindValueMapping[];

  @Field(() => String, { nullable: true, description: MAPPING.dateFormat })
  dateFormat!: string | null;

  @Field(() => [StageDateMapping], { description: MAPPING.dates })
  dates!: readonly StageDateMapping[];

  @Field(() => [DateRepair], { description: MAPPING.repairs })
  repairs!: readonly DateRepair[];

  @Field(() => SameDayEnum, { description: MAPPING.sameDay })
  sameDay!: 'COUNT' | 'DROP';

  @Field(() => QuestionnaireMapping, { nullable: true, description: MAPPING.questionnaire })
  questionnaire!: QuestionnaireMapping | null;

  @Field({ description: MAPPING.keepOthersAsAttributes })
  keepOthersAsAttributes!: boolean;

  @Field(() => DayScalar, {
    nullable: true,
    description: `${MAPPING.asOfOn} Null in a saved mapping: it belongs to the file.`,
  })
  asOfOn!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: MAPPING.completeSince })
  completeSince!: Day | null;

  @Field({ description: MAPPING.livingOnly })
  livingOnly!: boolean;

  @Field({ description: MAPPING.isPartial })
  isPartial!: boolean;
}
