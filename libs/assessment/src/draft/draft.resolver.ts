import { idFrom } from '@pilotage/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { orUserError, userError } from '@pilotage/platform/graphql';
import { Initiative, InitiativeLoader } from '@pilotage/portfolio/api';
import { RequestContext, type UnitId } from '@pilotage/tenancy';
import { Ctx, Person, PersonLoader, Requires, Unit, UnitLoader } from '@pilotage/tenancy/api';
import { type AssessmentId, type SubjectKind } from '../assessment/assessment.js';
import { Assessment, toAssessment } from '../assessment/assessment.graphql.js';
import { AssessmentLoader } from '../assessment/assessment.loaders.js';
import { AssessmentService } from '../assessment/assessment.service.js';
import { SubjectKindEnum } from '../graphql-enums.js';
import { subjectFrom } from '../subject/subject-input.js';
import {
  AlreadySubmitted,
  AnswersMissing,
  AssessmentDraft,
  DiscardDraftInput,
  DraftAnswer,
  DraftConflict,
  SaveAnswerInput,
  SaveAnswerResult,
  SaveAnswerSuccess,
  StartAssessmentInput,
  StartAssessmentResult,
  StartAssessmentSuccess,
  SubmitAssessmentInput,
  SubmitAssessmentResult,
  SubmitAssessmentSuccess,
  toAssessmentDraft,
  toDraftAnswer,
} from './draft.graphql.js';
import { DraftService } from './draft.service.js';

@Resolver(() => AssessmentDraft)
export class DraftResolver {
  constructor(
    private readonly drafts: DraftService,
    private readonly assessments: AssessmentService,
    private readonly loader: AssessmentLoader,
    private readonly initiatives: InitiativeLoader,
    private readonly units: UnitLoader,
    private readonly people: PersonLoader,
  ) {}

  @Requires('portfolio.read')
  @Query(() => AssessmentDraft, { nullable: true, description: 'An open round.' })
  async assessmentDraft(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AssessmentDraft> {
    return toAssessmentDraft(await this.drafts.one(ctx, idFrom(id, 'draft')));
  }

  @Requires('portfolio.read')
  @Query(() => AssessmentDraft, {
    nullable: true,
    description: 'The open round of a subject, if there is one.',
  })
  async openDraft(
    @Ctx() ctx: RequestContext,
    @Args('subjectKind', { type: () => SubjectKindEnum }) subjectKind: SubjectKind,
    @Args('subjectId', { type: () => ID, nullable: true }) subjectId: string | null,
  ): Promise<AssessmentDraft | null> {
    const subject = subjectFrom(ctx, subjectKind, subjectId);
    await this.assessments.requireVisible(ctx, subject);
    const draft = await this.loader.draft(ctx, subject.id);
    return draft && toAssessmentDraft(draft);
  }

  @Requires('assessment.answer')
  @Mutation(() => StartAssessmentResult, {
    description: 'Begins a round of a subject as of a day, or goes on with the one that is open.',
  })
  startAssessment(
    @Ctx() ctx: RequestContext,
    @Args('input') { subjectKind, subjectId, asOfOn, correctsId }: StartAssessmentInput,
  ): Promise<typeof StartAssessmentResult> {
    return orUserError(async () => {
      const draft = await this.drafts.start(ctx, subjectFrom(ctx, subjectKind, subjectId), {
        asOfOn,
        correctsId: correctsId == null ? null : idFrom<AssessmentId>(correctsId, 'assessment'),
      });
      return Object.assign(new StartAssessmentSuccess(), { draft: toAssessmentDraft(draft) });
    });
  }

  @Requires('assessment.answer')
  @Mutation(() => SaveAnswerResult, {
    description: 'Saves one answer. Saving the value that stands there unconfirmed confirms it.',
  })
  saveAnswer(
    @Ctx() ctx: RequestContext,
    @Args('input') { draftId, ...answer }: SaveAnswerInput,
  ): Promise<typeof SaveAnswerResult> {
    return orUserError(async () => {
      const outcome = await this.drafts.saveAnswer(ctx, idFrom(draftId, 'draft'), answer);
      switch (outcome.kind) {
        case 'saved':
          return Object.assign(new SaveAnswerSuccess(), {
            draft: toAssessmentDraft(outcome.draft),
            answer: toDraftAnswer(outcome.answer),
          });
        case 'conflict':
          return userError(
            DraftConflict,
            'Somebody answered this question since you last saw it. Compare, then save yours or keep theirs.',
            ['revision'],
            'ANSWER_CHANGED',
            { current: toDraftAnswer(outcome.current) },
          );
      }
    });
  }

  @Requires('assessment.answer')
  @Mutation(() => SubmitAssessmentResult, { description: 'Makes the round history, with its scores.' })
  submitAssessment(
    @Ctx() ctx: RequestContext,
    @Args('input') { draftId, ...submission }: SubmitAssessmentInput,
  ): Promise<typeof SubmitAssessmentResult> {
    return orUserError(async () => {
      const id = idFrom(draftId, 'draft');
      const outcome = await this.drafts.submit(ctx, id, submission);
      switch (outcome.kind) {
        case 'submitted':
          return Object.assign(new SubmitAssessmentSuccess(), { assessment: await this.submitted(ctx, id) });
        case 'already-submitted':
          return userError(
            AlreadySubmitted,
            'This round was submitted already.',
            ['draftId'],
            'ALREADY_SUBMITTED',
            { assessment: await this.submitted(ctx, id) },
          );
        case 'incomplete':
          return userError(
            AnswersMissing,
            'Answer or confirm every question; one left open, not applicable or departing from the organisation needs a note.',
            ['draftId'],
            'ANSWERS_MISSING',
            { questionKeys: outcome.missing },
          );
      }
    });
  }

  @Requires('assessment.answer')
  @Mutation(() => StartAssessmentResult, {
    nullable: true,
    description: 'Throws an open round away; null when that was done.',
  })
  discardDraft(
    @Ctx() ctx: RequestContext,
    @Args('input') { draftId }: DiscardDraftInput,
  ): Promise<typeof StartAssessmentResult | null> {
    return orUserError(async () => {
      await this.drafts.discard(ctx, idFrom(draftId, 'draft'));
      return null;
    });
  }

  @ResolveField(() => Initiative, { nullable: true })
  async initiative(
    @Parent() { row }: AssessmentDraft,
    @Context() ctx: RequestContext,
  ): Promise<Initiative | null> {
    return row.subjectKind === 'INITIATIVE' ? this.initiatives.load(ctx, row.subjectId) : null;
  }

  @ResolveField(() => Unit, { nullable: true })
  async unit(@Parent() { row }: AssessmentDraft, @Context() ctx: RequestContext): Promise<Unit | null> {
    return row.subjectKind === 'UNIT' ? this.units.load(ctx, row.subjectId as UnitId) : null;
  }

  @ResolveField(() => Assessment, { nullable: true, description: 'The assessment this round corrects.' })
  corrects(@Parent() { row }: AssessmentDraft, @Context() ctx: RequestContext): Promise<Assessment | null> {
    return this.loaded(ctx, row.correctsId);
  }

  @ResolveField(() => Assessment, {
    nullable: true,
    description: "The subject's last round before that day.",
  })
  previous(@Parent() { row }: AssessmentDraft, @Context() ctx: RequestContext): Promise<Assessment | null> {
    return this.loaded(ctx, row.previousId);
  }

  @ResolveField(() => Assessment, {
    nullable: true,
    description:
      'Whose answers an initiative starts from: those of its unit, else of the organisation. Null also for a unit that the viewer does not see.',
  })
  async inheritsFrom(
    @Parent() { row }: AssessmentDraft,
    @Context() ctx: RequestContext,
  ): Promise<Assessment | null> {
    const source = await this.loader.visibleById(ctx, row.sourceId);
    return source && toAssessment(source);
  }

  @ResolveField(() => Person, { nullable: true })
  updatedBy(@Parent() { row }: AssessmentDraft, @Context() ctx: RequestContext): Promise<Person | null> {
    return this.people.loadMember(ctx, row.updatedBy);
  }

  private async submitted(ctx: RequestContext, id: string): Promise<Assessment> {
    return toAssessment(await this.assessments.one(ctx, id));
  }

  private async loaded(ctx: RequestContext, id: string | null): Promise<Assessment | null> {
    const assessment = await this.loader.byId(ctx, id);
    return assessment && toAssessment(assessment);
  }
}

@Resolver(() => DraftAnswer)
export class DraftAnswerResolver {
  constructor(
    private readonly loader: AssessmentLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => Assessment, {
    nullable: true,
    description:
      'The assessment the value is that of, when inherited; its note and evidence stand there. Null also where the viewer does not see it.',
  })
  async inheritedFrom(
    @Parent() { inheritedFromId }: DraftAnswer,
    @Context() ctx: RequestContext,
  ): Promise<Assessment | null> {
    const source = await this.loader.visibleById(ctx, inheritedFromId);
    return source && toAssessment(source);
  }

  @ResolveField(() => Person, { nullable: true })
  updatedBy(@Parent() { updatedById }: DraftAnswer, @Context() ctx: RequestContext): Promise<Person | null> {
    return this.people.loadMember(ctx, updatedById);
  }
}
