import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { FrameworkService } from '@pilotage/assessment';
import { toFramework } from '@pilotage/assessment/api';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Requires } from '@pilotage/tenancy/api';
import { QuestionnaireTrend } from './questionnaire.graphql.js';
import { QuestionnaireReader } from './questionnaire.reader.js';

@Resolver()
export class QuestionnaireResolver {
  constructor(
    private readonly reader: QuestionnaireReader,
    private readonly frameworks: FrameworkService,
  ) {}

  @Requires('portfolio.read')
  @Query(() => QuestionnaireTrend, {
    description: "The answers to one of the organisation's own questionnaires, quarter by quarter.",
  })
  async questionnaireTrend(
    @Ctx() ctx: RequestContext,
    @Args('frameworkId', { type: () => ID }) frameworkId: string,
  ): Promise<QuestionnaireTrend> {
    const framework = await this.frameworks.find(ctx, frameworkId, null);
    const trend = await this.reader.trend(ctx, frameworkId);
    return Object.assign(new QuestionnaireTrend(), trend, { framework: toFramework(framework) });
  }
}
