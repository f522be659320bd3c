import { idFrom } from '@pilotage/platform';
import { Args, Context, ID, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type ConnectionOf, isAskedFor } from '@pilotage/platform/graphql';
import { type GraphQLResolveInfo } from 'graphql';
import { Initiative, InitiativeLoader } from '@pilotage/portfolio/api';
import { RequestContext, type UnitId } from '@pilotage/tenancy';
import { Ctx, Person, PersonLoader, Requires, Unit, UnitLoader } from '@pilotage/tenancy/api';
import { Framework, toFramework } from '../framework/framework.graphql.js';
import { SubjectKindEnum } from '../graphql-enums.js';
import { subjectFrom } from '../subject/subject-input.js';
import { type SubjectKind } from './assessment.js';
import { AssessmentPages } from './assessment.pages.js';
import {
  Answer,
  Assessment,
  AssessmentConnection,
  GateView,
  toAssessment,
  toGateView,
} from './assessment.graphql.js';
import { AssessmentLoader } from './assessment.loaders.js';
import { AssessmentService } from './assessment.service.js';
import { DimensionScore, toDimensionScore } from './score.graphql.js';

@Resolver(() => Assessment)
export class AssessmentResolver {
  constructor(
    private readonly service: AssessmentService,
    private readonly pages: AssessmentPages,
    private readonly loader: AssessmentLoader,
    private readonly initiatives: InitiativeLoader,
    private readonly units: UnitLoader,
    private readonly people: PersonLoader,
  ) {}

  @Requires('portfolio.read')
  @Query(() => Assessment, {
    nullable: true,
    description: 'A submitted assessment, also one that was corrected since.',
  })
  async assessment(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Assessment> {
    return toAssessment(await this.service.one(ctx, idFrom(id, 'assessment')));
  }

  @Requires('portfolio.read')
  @Query(() => AssessmentConnection, {
    description: 'The live readiness assessments of one subject, newest as-of day first.',
  })
  async assessments(
    @Ctx() ctx: RequestContext,
    @Args('subjectKind', { type: () => SubjectKindEnum }) subjectKind: SubjectKind,
    @Args('subjectId', { type: () => ID, nullable: true }) subjectId: string | null,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Assessment>> {
    const subject = subjectFrom(ctx, subjectKind, subjectId);
    await this.service.requireVisible(ctx, subject);
    return this.pages.of(ctx, subject.id, { first, after, isCounted: isAskedFor(info, 'totalCount') });
  }

  @ResolveField(() => Initiative, { nullable: true })
  async initiative(
    @Parent() { row }: Assessment,
    @Context() ctx: RequestContext,
  ): Promise<Initiative | null> {
    return row.subjectKind === 'INITIATIVE' ? this.initiatives.load(ctx, row.subjectId) : null;
  }

  @ResolveField(() => Unit, { nullable: true })
  async unit(@Parent() { row }: Assessment, @Context() ctx: RequestContext): Promise<Unit | null> {
    return row.subjectKind === 'UNIT' ? this.units.load(ctx, row.subjectId as UnitId) : null;
  }

  @ResolveField(() => Framework)
  async framework(@Parent() { row }: Assessment, @Context() ctx: RequestContext): Promise<Framework> {
    return toFramework(await this.loader.framework(ctx, row));
  }

  @ResolveField(() => Assessment, {
    nullable: true,
    description: "The subject's last round by this framework before that day.",
  })
  async previous(@Parent() { row }: Assessment, @Context() ctx: RequestContext): Promise<Assessment | null> {
    const [previous] = await this.loader.page(ctx, {
      subjectId: row.subjectId,
      frameworkId: row.frameworkId,
      first: 1,
      before: row.asOfOn,
    });
    return previous ? toAssessment(previous) : null;
  }

  @ResolveField(() => Assessment, {
    nullable: true,
    description: 'Of one that was corrected: what counts in its place.',
  })
  async replacedBy(
    @Parent() { row }: Assessment,
    @Context() ctx: RequestContext,
  ): Promise<Assessment | null> {
    const live = row.supersededAt && (await this.loader.live(ctx, row.factId));
    return live ? toAssessment(live) : null;
  }

  @ResolveField(() => Person, { nullable: true, description: 'Null when the system recorded it.' })
  submittedBy(@Parent() { row }: Assessment, @Context() ctx: RequestContext): Promise<Person | null> {
    return this.people.loadMember(ctx, row.recordedBy);
  }

  @ResolveField(() => [DimensionScore])
  async dimensions(@Parent() { row }: Assessment, @Context() ctx: RequestContext): Promise<DimensionScore[]> {
    return (await this.loader.dimensions(ctx, row)).map(toDimensionScore);
  }

  @ResolveField(() => [GateView], { description: 'One per stage that asks something.' })
  async gates(@Parent() { row }: Assessment, @Context() ctx: RequestContext): Promise<GateView[]> {
    return (await this.loader.gates(ctx, row)).map(toGateView);
  }

  @ResolveField(() => [Answer], { description: "One per question, in the framework's order." })
  answers(@Parent() { row }: Assessment, @Context() ctx: RequestContext): Promise<Answer[]> {
    return this.loader.answers(ctx, row);
  }
}
