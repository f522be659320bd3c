import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  type Framework as FrameworkData,
  GATE_STAGES,
  type GateStage,
  type Question as ReadinessQuestion,
} from '@pilotage/frameworks';
import { type MemberId } from '@pilotage/platform';
import { InstantScalar, InvalidInputError } from '@pilotage/platform/graphql';
import { AnswerValueEnum, StageEnum } from '@pilotage/portfolio/api';
import { FrameworkKindEnum, QuestionScopeEnum } from '../graphql-enums.js';
import { type OwnFramework as OwnFrameworkData } from './framework.queries.js';

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

@ObjectType({
  description: 'A questionnaire has its texts alone: no owner, action, effort, impact or gate.',
})
export class Question {
  @Field()
  key!: string;

  @Field()
  dimensionKey!: string;

  @Field()
  text!: string;

  @Field(() => QuestionScopeEnum)
  scope!: ReadinessQuestion['scope'];

  @Field(() => String, { nullable: true, description: 'The role that usually knows the answer.' })
  ownerRole!: string | null;

  @Field(() => [String], {
    description: 'What is observable where the answer is Yes; each line that applies must be true.',
  })
  ifYes!: readonly string[];

  @Field(() => [String])
  ifPartial!: readonly string[];

  @Field(() => [String])
  ifNo!: readonly string[];

  @Field(() => String, { nullable: true, description: 'What to do about an answer below Yes.' })
  action!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the action. S: up to 10 person-days, M: 10 to 60, L: more, or a purchase.',
  })
  effort!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '1 (little) to 5 (decides whether production is reached or kept).',
  })
  impact!: number | null;

  @Field(() => String, { nullable: true, description: 'When Not applicable is a fair answer.' })
  notApplicableWhen!: string | null;

  @Field(() => [QuestionGate])
  gates!: QuestionGate[];
}

@ObjectType({ description: 'One published version of an assessment framework; it never changes.' })
export class Framework {
  @Field(() => ID)
  id!: string;

  @Field(() => FrameworkKindEnum)
  kind!: FrameworkData['kind'];

  @Field(() => Int)
  version!: number;

  @Field()
  name!: string;

  @Field(() => [Dimension])
  dimensions!: Dimension[];

  @Field(() => [Question])
  questions!: Question[];
}

@ObjectType({ description: 'A version of a framework that the organisation added; it never changes.' })
export class OwnFramework {
  @Field(() => Framework)
  framework!: Framework;

  @Field({ description: 'YAML, as it came; up to 200,000 characters, so ask for it one version at a time.' })
  source!: string;

  @Field(() => InstantScalar)
  addedAt!: Date;

  addedById!: MemberId | null;
}

@InputType()
export class AddFrameworkInput {
  @Field({
    description:
      'YAML with `kind: QUESTIONNAIRE`, id, version, name, dimensions and questions; at most 200,000 characters.',
  })
  source!: string;
}

@ObjectType()
export class AddFrameworkSuccess {
  @Field(() => OwnFramework)
  added!: OwnFramework;
}

export const AddFrameworkResult = createUnionType({
  name: 'AddFrameworkResult',
  types: () => [AddFrameworkSuccess, InvalidInputError] as const,
});

export const toOwnFramework = ({ framework, source, createdAt, createdBy }: OwnFrameworkData): OwnFramework =>
  Object.assign(new OwnFramework(), {
    framework: toFramework(framework),
    source,
    addedAt: createdAt,
    addedById: createdBy,
  });

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

/** What a questionnaire does not say of its questions. */
const NOT_SAID = {
  scope: 'INITIATIVE',
  ownerRole: null,
  ifYes: [],
  ifPartial: [],
  ifNo: [],
  action: null,
  effort: null,
  impact: null,
} as const;

function viewOf({ id, kind, version, name, dimensions, questions }: FrameworkData): Framework {
  return {
    id,
    kind,
    version,
    name,
    dimensions: dimensions.map(({ weight, ...dimension }) => ({ ...dimension, weight: weight / 100 })),
    questions: questions.map(({ dimension, notApplicableWhen, ...question }) => ({
      ...NOT_SAID,
      ...question,
      dimensionKey: dimension,
      notApplicableWhen: notApplicableWhen ?? null,
      gates: 'gates' in question ? gatesOf(question.gates) : [],
    })),
  };
}

const gatesOf = (gates: ReadinessQuestion['gates']): QuestionGate[] =>
  GATE_STAGES.map((stage) => ({ stage, minimum: gates[stage] }));
