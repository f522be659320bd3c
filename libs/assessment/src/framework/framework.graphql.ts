import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  type Framework as FrameworkData,
  GATE_STAGES,
  type GateStage,
  type Question as QuestionData,
} from '@pilotage/frameworks';
import { StageEnum } from '@pilotage/portfolio/api';
import { AnswerValueEnum, QuestionScopeEnum } from '../graphql-enums.js';

@ObjectType({ description: 'A share of the overall score, made of questions.' })
export class Dimension {
  @Field()
  key!: string;

  @Field()
  name!: string;

  @Field(() => Float, { description: 'Share of the overall score, 0..1.' })
  weight!: number;
}

@ObjectType({ description: 'The least answer a stage asks for.' })
export class QuestionGate {
  @Field(() => StageEnum)
  stage!: GateStage;

  @Field(() => AnswerValueEnum, { description: 'NO asks nothing.' })
  minimum!: 'YES' | 'PARTIAL' | 'NO';
}

@ObjectType()
export class Question {
  @Field()
  key!: string;

  @Field()
  dimensionKey!: string;

  @Field()
  text!: string;

  @Field(() => QuestionScopeEnum)
  scope!: QuestionData['scope'];

  @Field({ description: 'The role that usually knows the answer.' })
  ownerRole!: string;

  @Field(() => [String], {
    description: 'What is observable where the answer is Yes; each line that applies must be true.',
  })
  ifYes!: readonly string[];

  @Field(() => [String])
  ifPartial!: readonly string[];

  @Field(() => [String])
  ifNo!: readonly string[];

  @Field({ description: 'What to do about an answer below Yes.' })
  action!: string;

  @Field({ description: 'Of the action. S: up to 10 person-days, M: 10 to 60, L: more, or a purchase.' })
  effort!: string;

  @Field(() => Int, { description: '1 (little) to 5 (decides whether production is reached or kept).' })
  impact!: number;

  @Field(() => String, { nullable: true, description: 'When Not applicable is a fair answer.' })
  notApplicableWhen!: string | null;

  @Field(() => [QuestionGate])
  gates!: QuestionGate[];
}

@ObjectType({ description: 'One published version of an assessment framework; it never changes.' })
export class Framework {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field()
  name!: string;

  @Field(() => [Dimension])
  dimensions!: Dimension[];

  @Field(() => [Question])
  questions!: Question[];
}

const views = new WeakMap<FrameworkData, Framework>();

/** The framework as clients see it; made once per version, since versions never change. */
export function toFramework(data: FrameworkData): Framework {
  let view = views.get(data);
  if (!view) {
    view = viewOf(data);
    views.set(data, view);
  }
  return view;
}

function viewOf({ id, version, name, dimensions, questions }: FrameworkData): Framework {
  return {
    id,
    version,
    name,
    dimensions: dimensions.map(({ weight, ...dimension }) => ({ ...dimension, weight: weight / 100 })),
    questions: questions.map(({ dimension, notApplicableWhen, gates, ...question }) => ({
      ...question,
      dimensionKey: dimension,
      notApplicableWhen: notApplicableWhen ?? null,
      gates: GATE_STAGES.map((stage) => ({ stage, minimum: gates[stage] })),
    })),
  };
}
