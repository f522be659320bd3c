import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AssessmentDraft, AssessmentLoader, toAssessmentDraft } from '@pilotage/assessment/api';
import { Initiative, InitiativeLoader } from '@pilotage/portfolio/api';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Requires } from '@pilotage/tenancy/api';
import { MyWork, OfficeWork } from './work.graphql.js';
import { WorkReader } from './work.reader.js';

@Resolver(() => MyWork)
export class WorkResolver {
  constructor(
    private readonly work: WorkReader,
    private readonly initiatives: InitiativeLoader,
    private readonly assessments: AssessmentLoader,
  ) {}

  @Requires('portfolio.read')
  @Query(() => MyWork)
  async myWork(@Ctx() ctx: RequestContext): Promise<MyWork> {
    const { owned, toConfirm, toAssess, draftSubjects } = await this.work.mine(ctx);
    return Object.assign(new MyWork(), { owned, draftSubjects, confirmIds: toConfirm, assessIds: toAssess });
  }

  @Requires('portfolio.write')
  @Query(() => OfficeWork)
  officeWork(@Ctx() ctx: RequestContext): Promise<OfficeWork> {
    return this.work.office(ctx);
  }

  @ResolveField(() => [AssessmentDraft], { description: 'Open rounds that the viewer began or worked on.' })
  async drafts(
    @Parent() { draftSubjects }: MyWork,
    @Context() ctx: RequestContext,
  ): Promise<AssessmentDraft[]> {
    const found = await Promise.all(draftSubjects.map((id) => this.assessments.draft(ctx, id)));
    const drafts = found.flatMap((draft) => draft ?? []);
    const onInitiatives = drafts.filter(({ subjectKind }) => subjectKind === 'INITIATIVE');
    const visible = await this.load(
      ctx,
      onInitiatives.map(({ subjectId }) => subjectId),
    );
    const hidden = new Set(onInitiatives.map(({ subjectId }) => subjectId));
    for (const { id } of visible) hidden.delete(id);
    return drafts.filter(({ subjectId }) => !hidden.has(subjectId)).map(toAssessmentDraft);
  }

  @ResolveField(() => [Initiative], { description: 'Own ones whose stage nobody confirmed for 90 days.' })
  toConfirm(@Parent() { confirmIds }: MyWork, @Context() ctx: RequestContext): Promise<Initiative[]> {
    return this.load(ctx, ctx.can('initiative.contribute') ? confirmIds : []);
  }

  @ResolveField(() => [Initiative], {
    description: 'Own ones without an assessment that counts at the end of this quarter.',
  })
  toAssess(@Parent() { assessIds }: MyWork, @Context() ctx: RequestContext): Promise<Initiative[]> {
    return this.load(ctx, ctx.can('assessment.answer') ? assessIds : []);
  }

  private async load(ctx: RequestContext, ids: readonly string[]): Promise<Initiative[]> {
    const found = await Promise.all(ids.map((id) => this.initiatives.load(ctx, id)));
    return found.flatMap((initiative) => initiative ?? []);
  }
}
