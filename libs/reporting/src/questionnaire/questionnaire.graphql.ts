import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Framework } from '@pilotage/assessment/api';
import { Quarter } from '@pilotage/tenancy/api';
import { DimensionReadiness } from '../trend/trend.graphql.js';
import type {
  QuestionnairePoint as QuestionnairePointView,
  QuestionnaireTrend as QuestionnaireTrendView,
} from './questionnaire-trend.js';

@ObjectType({
  description: 'Answers to a questionnaire at the end of a quarter, of initiatives that were active then.',
})
export class QuestionnairePoint implements QuestionnairePointView {
  @Field(() => Quarter)
  quarter!: Quarter;

  @Field(() => Int, { description: 'Active initiatives, with answers or without.' })
  active!: number;

  @Field(() => Int, {
    description: 'Of these with answers that count: they count as long as assessments of readiness do.',
  })
  n!: number;

  @Field(() => Int, { description: 'Of these with answers enough for a score.' })
  rated!: number;

  @Field(() => Float, { nullable: true, description: 'Mean score of those rated, 0 to 100.' })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean over all `n` if every unanswered question were a No, 0 to 100.',
  })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: 'Likewise, if every one were a Yes.' })
  upper!: number | null;

  @Field(() => Float, { nullable: true, description: 'Answered / applicable questions, 0 to 1.' })
  coverage!: number | null;

  @Field(() => Int, { description: 'Of `n` with answers of a day within the quarter.' })
  answeredThisQuarter!: number;

  @Field(() => [DimensionReadiness])
  byDimension!: DimensionReadiness[];
}

@ObjectType()
export class QuestionnaireTrend implements QuestionnaireTrendView {
  @Field(() => Framework, { description: 'The newest version; answers of all versions count.' })
  framework!: Framework;

  @Field(() => [QuestionnairePoint], { description: 'Oldest first, up to the running quarter.' })
  quarters!: QuestionnairePoint[];

  @Field(() => String, { nullable: true, description: 'For people: why this is no trend yet.' })
  note!: string | null;
}
