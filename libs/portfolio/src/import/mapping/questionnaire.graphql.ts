import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Answer } from '@pilotage/analytics';
import { AnswerValueEnum } from '../../graphql-enums.js';
import { MAPPING } from './mapping.words.js';

@ObjectType()
export class AnswerValueMapping {
  @Field({ description: MAPPING.value })
  value!: string;

  @Field(() => AnswerValueEnum, { nullable: true, description: MAPPING.meaning })
  answer!: Answer | null;
}

@ObjectType()
export class QuestionMapping {
  @Field(() => Int)
  column!: number;

  @Field({ description: MAPPING.question })
  question!: string;

  @Field(() => [AnswerValueMapping], { description: MAPPING.answers })
  values!: readonly AnswerValueMapping[];
}

@ObjectType({ description: MAPPING.questionnaire })
export class QuestionnaireMapping {
  @Field(() => ID)
  frameworkId!: string;

  @Field(() => Int)
  frameworkVersion!: number;

  @Field(() => Int, { nullable: true, description: MAPPING.assessedOn })
  assessedOn!: number | null;

  @Field(() => [QuestionMapping])
  questions!: readonly QuestionMapping[];
}

@InputType()
export class AnswerValueMappingInput {
  @Field({ description: MAPPING.value })
  value!: string;

  @Field(() => AnswerValueEnum, { nullable: true, description: MAPPING.meaning })
  answer?: Answer | null;
}

@InputType()
export class QuestionMappingInput {
  @Field(() => Int)
  column!: number;

  @Field({ description: MAPPING.question })
  question!: string;

  @Field(() => [AnswerValueMappingInput], { description: MAPPING.answers })
  values!: AnswerValueMappingInput[];
}

@InputType({ description: MAPPING.questionnaire })
export class QuestionnaireMappingInput {
  @Field(() => ID)
  frameworkId!: string;

  @Field(() => Int)
  frameworkVersion!: number;

  @Field(() => Int, { nullable: true, description: MAPPING.assessedOn })
  assessedOn?: number | null;

  @Field(() => [QuestionMappingInput])
  questions!: QuestionMappingInput[];
}
