import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DraftService } from '@pilotage/assessment';
import { AssessmentDraft, toAssessmentDraft } from '@pilotage/assessment/api';
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
    private readonly openRounds: DraftService,
  ) {}

  @Requires('portfolio.read')
  @Query(() => MyWork)
  async myWork(@Ctx() ctx: RequestContext): Promise<MyWork> {
    const { owned, toConfirm, toAssess } = await this.work.mine(ctx);
    return Object.assign(new MyWork(), { owned, confirmIds: toConfirm, assessIds: toAssess });
  }

  @Requires('portfolio.write')
  @Query(() => OfficeWork)
  officeWork(@Ctx() ctx: RequestContext): Promise<OfficeWork> {
    return this.work.office(ctx);
  }

  @ResolveField(() => [AssessmentDraft], {
    description: 'Open rounds that the viewer began or worked on, and still may.',
  })
  async drafts(@Context() ctx: RequestContext): Promise<AssessmentDraft[]> {
    return (await this.openRounds.mine(ctx)).map(toAssessmentDraft);
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
