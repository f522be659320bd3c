import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DraftService } from '@pilotage/assessment';
import { AssessmentDraft, toAssessmentDraft } from '@pilotage/assessment/api';
import { Initiative, InitiativeLoader } from '@pilotage/portfolio/api';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Requires } from '@pilotage/tenancy/api';
import { MyWork, OfficeWork } from './work.graphql.js';
import { type OwnList } from './work.queries.js';
import { WorkReader } from './work.reader.js';

const NONE: OwnList = { count: 0, ids: [] };

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
    const work = await this.work.mine(ctx);
    const toConfirm = ctx.can('initiative.contribute') ? work.toConfirm : NONE;
    const toAssess = ctx.can('assessment.answer') ? work.toAssess : NONE;
    return Object.assign(new MyWork(), {
      owned: work.owned,
      toConfirmCount: toConfirm.count,
      toAssessCount: toAssess.count,
      confirmIds: toConfirm.ids,
      assessIds: toAssess.ids,
    });
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

  @ResolveField(() => [Initiative], {
    description: 'Own ones whose stage nobody confirmed for 90 days, the longest unseen first; at most 50.',
  })
  toConfirm(@Parent() { confirmIds }: MyWork, @Context() ctx: RequestContext): Promise<Initiative[]> {
    return this.load(ctx, confirmIds);
  }

  @ResolveField(() => [Initiative], {
    description:
      'Own ones without an assessment that counts at the end of this quarter, but for those in `drafts`; at most 50.',
  })
  toAssess(@Parent() { assessIds }: MyWork, @Context() ctx: RequestContext): Promise<Initiative[]> {
    return this.load(ctx, assessIds);
  }

  private async load(ctx: RequestContext, ids: readonly string[]): Promise<Initiative[]> {
    const found = await Promise.all(ids.map((id) => this.initiatives.load(ctx, id)));
    return found.flatMap((initiative) => initiative ?? []);
  }
}
