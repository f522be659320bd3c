import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Answer as AnswerValue, type Day } from '@pilotage/analytics';
import { connectionType, DayScalar, InstantScalar } from '@pilotage/platform/graphql';
import { AnswerValueEnum, StageEnum } from '@pilotage/portfolio/api';
import { SubjectKindEnum } from '../graphql-enums.js';
import {
  type AssessmentId,
  type StoredGate,
  type SubjectKind,
  type SubmittedAssessment,
} from './assessment.js';
import { Score, toScore } from './score.graphql.js';

@ObjectType({ description: 'Whether the answers reach what a stage asks for.' })
export class GateView {
  @Field(() => StageEnum)
  stage!: string;

  @Field(() => Int, { description: 'Applicable questions at gate level.' })
  met!: number;

  @Field(() => Int, { description: 'Applicable questions.' })
  of!: number;

  @Field({ description: 'Nothing blocks.' })
  isReady!: boolean;

  @Field(() => [String], { description: 'Keys of the questions below gate level.' })
  blocking!: readonly string[];
}

@ObjectType({ description: 'One answer of a submitted assessment.' })
export class Answer {
  @Field()
  questionKey!: string;

  @Field(() => AnswerValueEnum, { nullable: true, description: 'Null: left unanswered.' })
  value!: AnswerValue | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'What has to be done, in the words of who answered.' })
  actionRequired!: string | null;

  @Field(() => String, { nullable: true })
  evidence!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The assessment the value was inherited from; its note and evidence stand there.',
  })
  inheritedFrom!: AssessmentId | null;

  @Field({ description: 'Answered or confirmed in this very round.' })
  isConfirmed!: boolean;
}

@ObjectType({ description: 'A submitted round of answers of one subject as of one day.' })
export class Assessment {
  @Field(() => ID)
  id!: AssessmentId;

  @Field(() => SubjectKindEnum)
  subjectKind!: SubjectKind;

  @Field(() => ID)
  frameworkId!: string;

  @Field(() => Int)
  frameworkVersion!: number;

  @Field(() => DayScalar, { description: 'The day on which the answers are true.' })
  asOfOn!: Day;

  @Field(() => InstantScalar)
  submittedAt!: Date;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was corrected; null while it is live.',
  })
  supersededAt!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The import whose rows it was made of; null when somebody submitted it.',
  })
  importId!: string | null;

  /** For the fields that other tables answer. */
  row!: SubmittedAssessment;

  /** Computed where it is asked for. */
  @Field(() => Score)
  get score(): Score {
    return toScore(this.row);
  }
}

export const AssessmentConnection = connectionType(Assessment, 'Assessment');

export function toAssessment(row: SubmittedAssessment): Assessment {
  return Object.assign(new Assessment(), row, { submittedAt: row.recordedAt, row });
}

export function toGateView({ stage, met, of, blocking }: StoredGate): GateView {
  return { stage, met, of, isReady: of > 0 && met === of, blocking };
}
