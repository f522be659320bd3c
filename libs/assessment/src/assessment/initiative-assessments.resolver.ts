import { Args, Context, Info, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type ConnectionOf, isAskedFor } from '@pilotage/platform/graphql';
import { Initiative } from '@pilotage/portfolio/api';
import { RequestContext } from '@pilotage/tenancy';
import { type GraphQLResolveInfo } from 'graphql';
import { AssessmentDraft, toAssessmentDraft } from '../draft/draft.graphql.js';
import { AssessmentPages } from './assessment.pages.js';
import { Assessment, AssessmentConnection, toAssessment } from './assessment.graphql.js';
import { AssessmentLoader } from './assessment.loaders.js';

/** What this library adds to initiatives. */
@Resolver(() => Initiative)
export class InitiativeAssessmentsResolver {
  constructor(
    private readonly pages: AssessmentPages,
    private readonly loader: AssessmentLoader,
  ) {}

  @ResolveField(() => AssessmentConnection, {
    description: 'Live readiness assessments, newest as-of day first.',
  })
  assessments(
    @Parent() { id }: Initiative,
    @Context() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Assessment>> {
    return this.pages.of(ctx, id, { first, after, isCounted: isAskedFor(info, 'totalCount') });
  }

  @ResolveField(() => Assessment, {
    nullable: true,
    description: 'The live readiness assessment with the latest as-of day.',
  })
  async currentAssessment(
    @Parent() { id }: Initiative,
    @Context() ctx: RequestContext,
  ): Promise<Assessment | null> {
    const current = await this.loader.current(ctx, id);
    return current && toAssessment(current);
  }

  @ResolveField(() => [Assessment], {
    description:
      "Live answers to the organisation's own questionnaires, newest as-of day first, at most 50; they are no part of readiness.",
  })
  async questionnaireAssessments(
    @Parent() { id }: Initiative,
    @Context() ctx: RequestContext,
  ): Promise<Assessment[]> {
    return (await this.loader.questionnaires(ctx, id)).map(toAssessment);
  }

  @ResolveField(() => AssessmentDraft, { nullable: true, description: 'The open round, if there is one.' })
  async draft(@Parent() { id }: Initiative, @Context() ctx: RequestContext): Promise<AssessmentDraft | null> {
    const draft = await this.loader.draft(ctx, id);
    return draft && toAssessmentDraft(draft);
  }
}
