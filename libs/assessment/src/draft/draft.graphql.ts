import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { type MemberId } from '@pilotage/platform';
import { type Answer as AnswerValue, type Day } from '@pilotage/analytics';
import {
  ConflictUserError,
  DayScalar,
  IdempotencyKeyField,
  InstantScalar,
  InvalidInputError,
  UserError,
} from '@pilotage/platform/graphql';
import { type AssessmentId, type SubjectKind } from '../assessment/assessment.js';
import { Answer, Assessment } from '../assessment/assessment.graphql.js';
import { DimensionScore, Score, toDimensionScore, toScore } from '../assessment/score.graphql.js';
import { scoring } from '../assessment/scoring.rules.js';
import { Framework, toFramework } from '../framework/framework.graphql.js';
import { AnswerValueEnum } from '@pilotage/portfolio/api';
import { AnswerModeEnum, SubjectKindEnum } from '../graphql-enums.js';
import { type AnswerMode, type Draft, type DraftedAnswer } from './draft.js';

@ObjectType({ description: 'A question of an open round, with last round beside it.' })
export class DraftAnswer {
  @Field()
  questionKey!: string;

  @Field(() => AnswerValueEnum, { nullable: true })
  value!: AnswerValue | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true })
  actionRequired!: string | null;

  @Field(() => String, { nullable: true })
  evidence!: string | null;

  @Field({ description: 'False: carried forward, inherited or empty, and not confirmed in this round.' })
  isTouched!: boolean;

  @Field(() => AnswerValueEnum, {
    nullable: true,
    description: 'What the organisation or unit answered; null when it did not, or is not asked.',
  })
  inherited!: AnswerValue | null;

  @Field({ description: 'It departs from what the organisation or unit answered, which needs a note.' })
  isOverride!: boolean;

  @Field(() => Answer, { nullable: true, description: "The same question in the subject's last round." })
  previous!: Answer | null;

  @Field(() => AnswerModeEnum)
  mode!: AnswerMode;

  @Field(() => Int, { description: 'Send it back when saving.' })
  revision!: number;

  inheritedFromId!: AssessmentId | null;
  updatedById!: MemberId | null;
}

@ObjectType({ description: 'An open round of answers. It keeps its id when it is submitted.' })
export class AssessmentDraft {
  @Field(() => ID)
  id!: AssessmentId;

  @Field(() => SubjectKindEnum)
  subjectKind!: SubjectKind;

  @Field(() => Framework)
  framework!: Framework;

  @Field(() => DayScalar, { description: 'The day on which the answers are to be true.' })
  asOfOn!: Day;

  @Field(() => Int, { description: 'Send it back when submitting.' })
  revision!: number;

  @Field(() => [DraftAnswer], { description: "In the framework's order." })
  answers!: DraftAnswer[];

  @Field(() => InstantScalar)
  updatedAt!: Date;

  @Field(() => Score, { description: 'What the answers as shown come to, confirmed or not.' })
  preview!: Score;

  @Field(() => [DimensionScore])
  dimensions!: DimensionScore[];

  /** For the fields that other tables answer. */
  row!: Draft;
}

export function toDraftAnswer({ inheritedFrom, updatedBy, ...answer }: DraftedAnswer): DraftAnswer {
  return Object.assign(new DraftAnswer(), {
    ...answer,
    inheritedFromId: inheritedFrom,
    updatedById: updatedBy,
  });
}

export function toAssessmentDraft(draft: Draft): AssessmentDraft {
  const { overall, dimensions } = scoring(draft.framework, draft.answers);
  const { id, subjectKind, asOfOn, revision, updatedAt } = draft;
  return Object.assign(new AssessmentDraft(), {
    id,
    subjectKind,
    asOfOn,
    revision,
    updatedAt,
    framework: toFramework(draft.framework),
    answers: draft.answers.map(toDraftAnswer),
    preview: toScore(overall),
    dimensions: dimensions.map(toDimensionScore),
    row: draft,
  });
}

@InputType()
export class StartAssessmentInput {
  @Field(() => SubjectKindEnum)
  subjectKind!: SubjectKind;

  @Field(() => ID, { nullable: true, description: 'Initiative or unit; null for the organisation.' })
  subjectId?: string | null;

  @Field(() => DayScalar, { description: 'From 1970 to today.' })
  asOfOn!: Day;

  @Field(() => ID, { nullable: true, description: 'The assessment to correct, if any.' })
  correctsId?: string | null;
}

@InputType()
export class SaveAnswerInput {
  @Field(() => ID)
  draftId!: string;

  @Field()
  questionKey!: string;

  @Field(() => Int, {
    description:
      'Of the answer as the caller saw it; a newer one gives DraftConflictError with what stands there.',
  })
  revision!: number;

  @Field(() => AnswerValueEnum, {
    nullable: true,
    description: 'Absent fields stay as they are, null empties them.',
  })
  value?: AnswerValue | null;

  @Field(() => String, { nullable: true, description: 'At most 4000 characters.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 2000 characters.' })
  actionRequired?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 2000 characters.' })
  evidence?: string | null;
}

@InputType()
export class SubmitAssessmentInput {
  @Field(() => ID)
  draftId!: string;

  @IdempotencyKeyField()
  idempotencyKey!: string;

  @Field(() => Int, {
    description: 'Of the draft as the caller saw it: nobody submits answers they have not seen.',
  })
  revision!: number;
}

@InputType()
export class DiscardDraftInput {
  @Field(() => ID)
  draftId!: string;
}

@ObjectType()
export class StartAssessmentSuccess {
  @Field(() => AssessmentDraft)
  draft!: AssessmentDraft;
}

@ObjectType()
export class SaveAnswerSuccess {
  @Field(() => AssessmentDraft)
  draft!: AssessmentDraft;

  @Field(() => DraftAnswer)
  answer!: DraftAnswer;
}

@ObjectType('DraftConflictError', {
  implements: () => UserError,
  description: 'Somebody saved another answer first; nothing was written. Show both and let the user choose.',
})
export class DraftConflict extends UserError {
  @Field(() => DraftAnswer)
  current!: DraftAnswer;
}

@ObjectType()
export class SubmitAssessmentSuccess {
  @Field(() => Assessment)
  assessment!: Assessment;
}

@ObjectType('AlreadySubmittedError', { implements: () => UserError })
export class AlreadySubmitted extends UserError {
  @Field(() => Assessment)
  assessment!: Assessment;
}

@ObjectType('AnswersMissingError', {
  implements: () => UserError,
  description:
    'Questions nobody has answered or confirmed in this round, or that need a reason as note: left open, not applicable, or departing from the organisation.',
})
export class AnswersMissing extends UserError {
  @Field(() => [String])
  questionKeys!: readonly string[];
}

export const StartAssessmentResult = createUnionType({
  name: 'StartAssessmentResult',
  types: () => [StartAssessmentSuccess, InvalidInputError] as const,
});

export const SaveAnswerResult = createUnionType({
  name: 'SaveAnswerResult',
  types: () => [SaveAnswerSuccess, DraftConflict, InvalidInputError] as const,
});

export const SubmitAssessmentResult = createUnionType({
  name: 'SubmitAssessmentResult',
  types: () =>
    [
      SubmitAssessmentSuccess,
      AlreadySubmitted,
      AnswersMissing,
      InvalidInputError,
      ConflictUserError,
    ] as const,
});
