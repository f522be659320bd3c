import { Field, InputType, Int } from '@nestjs/graphql';
import type { Day, Stage } from '@pilotage/analytics';
import { DayScalar } from '@pilotage/platform/graphql';
import { AiKindEnum, CellStateEnum, FirstOfMonthEnum, RepairChoiceEnum, RepairCodeEnum, SameDayEnum, StageEnum } from '../../graphql-enums.js'; // prettier-ignore
import type { AiKind } from '../../initiative/initiative.types.js';
import type { RepairChoice, RepairCode } from '../plan/date-repairs.js';
import { MAPPING } from './mapping.words.js';
import { QuestionnaireMappingInput } from './questionnaire.graphql.js';

@InputType()
export class StageValueMappingInput {
  @Field({ description: MAPPING.value })
  value!: string;

  @Field(() => StageEnum, { nullable: true, description: MAPPING.meaning })
  stage?: Stage | null;

  @Field(() => Boolean, { nullable: true, description: MAPPING.isRowSkipped })
  isRowSkipped?: boolean | null;
}

@InputType()
export class StageDateMappingInput {
  @Field(() => Int, { description: MAPPING.date })
  column!: number;

  @Field(() => StageEnum)
  stage!: Stage;

  @Field(() => String, { nullable: true, description: MAPPING.format })
  format?: string | null;

  @Field(() => FirstOfMonthEnum, { nullable: true, description: MAPPING.firstOfMonth })
  firstOfMonth?: 'DAY' | 'MONTH' | null;

  @Field(() => Boolean, { nullable: true, description: MAPPING.isOfNamedStage })
  isOfNamedStage?: boolean | null;
}

@InputType()
export class KindValueMappingInput {
  @Field({ description: MAPPING.value })
  value!: string;

  @Field(() => AiKindEnum, { nullable: true, description: MAPPING.meaning })
  kind?: AiKind | null;
}

@InputType({ description: MAPPING.ruleWhen })
export class RuleWhenInput {
  @Field(() => Int)
  column!: number;

  @Field(() => [String])
  values!: string[];
}

@InputType({ description: MAPPING.ruleAnd })
export class RuleAndInput {
  @Field(() => Int)
  column!: number;

  @Field(() => CellStateEnum)
  is!: 'FILLED' | 'EMPTY';
}

@InputType()
export class StageRuleInput {
  @Field(() => RuleWhenInput, { description: MAPPING.ruleWhen })
  when!: RuleWhenInput;

  @Field(() => RuleAndInput, { nullable: true, description: MAPPING.ruleAnd })
  and?: RuleAndInput | null;

  @Field(() => StageEnum, { nullable: true, description: MAPPING.ruleStage })
  stage?: Stage | null;

  @Field(() => String, { nullable: true, description: MAPPING.ruleReason })
  reason?: string | null;
}

@InputType()
export class DateRepairInput {
  @Field(() => RepairCodeEnum)
  code!: RepairCode;

  @Field(() => RepairChoiceEnum)
  choice!: RepairChoice;
}

@InputType({ description: MAPPING.itself })
export class ImportMappingInput {
  @Field(() => [Int], { description: MAPPING.identity })
  identity!: number[];

  @Field(() => Int, { description: MAPPING.name })
  name!: number;

  @Field(() => Int, { nullable: true, description: MAPPING.summary })
  summary?: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.unit })
  unit?: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.externalId })
  externalId?: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.kind })
  kind?: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.tags })
  tags?: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.stage })
  stage?: number | null;

  @Field(() => [String], { nullable: true, description: MAPPING.emptyValues })
  emptyValues?: string[] | null;

  @Field(() => [StageValueMappingInput], { description: MAPPING.stageValues })
  stageValues!: StageValueMappingInput[];

  @Field(() => [StageRuleInput], { nullable: true, description: MAPPING.stageRules })
  stageRules?: StageRuleInput[] | null;

  @Field(() => [KindValueMappingInput], { nullable: true, description: MAPPING.kindValues })
  kindValues?: KindValueMappingInput[] | null;

  @Field(() => String, { nullable: true, description: MAPPING.dateFormat })
  dateFormat?: string | null;

  @Field(() => [StageDateMappingInput], { description: MAPPING.dates })
  dates!: StageDateMappingInput[];

  @Field(() => [DateRepairInput], { nullable: true, description: MAPPING.repairs })
  repairs?: DateRepairInput[] | null;

  @Field(() => SameDayEnum, { nullable: true, description: MAPPING.sameDay })
  sameDay?: 'COUNT' | 'DROP' | null;

  @Field(() => QuestionnaireMappingInput, { nullable: true, description: MAPPING.questionnaire })
  questionnaire?: QuestionnaireMappingInput | null;

  @Field({ description: MAPPING.keepOthersAsAttributes })
  keepOthersAsAttributes!: boolean;

  @Field(() => DayScalar, { description: MAPPING.asOfOn })
  asOfOn!: Day;

  @Field(() => DayScalar, { nullable: true, description: MAPPING.completeSince })
  completeSince?: Day | null;

  @Field({ description: MAPPING.livingOnly })
  livingOnly!: boolean;

  @Field(() => Boolean, { nullable: true, description: MAPPING.isPartial })
  isPartial?: boolean | null;
}
