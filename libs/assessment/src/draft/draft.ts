import { type Answer, type Day } from '@pilotage/analytics';
import { type ReadinessFramework } from '@pilotage/frameworks';
import { type MemberId } from '@pilotage/platform';
import {
  type AnswerContent,
  type AssessmentAnswer,
  type AssessmentId,
  type SubjectKind,
} from '../assessment/assessment.js';

/** INHERITED: asked of the organisation only, so an initiative shows its answer and cannot change it. */
export type AnswerMode = 'OPEN' | 'INHERITED';

/** An answer as it stands in a draft: given, carried forward from the last round, or both. */
export interface SavedAnswer extends AnswerContent {
  readonly questionKey: string;
  /** Given or confirmed in this round. */
  readonly isTouched: boolean;
  readonly revision: number;
  readonly updatedBy: MemberId | null;
}

/** A question of a draft as it is shown. */
export interface DraftedAnswer extends SavedAnswer {
  readonly mode: AnswerMode;
  /** What the organisation or unit answered; null when it did not, or is not asked. */
  readonly inherited: Answer | null;
  /** The assessment the value is that of; null when the value is the subject's own, or there is none. */
  readonly inheritedFrom: AssessmentId | null;
  /** The organisation or unit answered otherwise; a departure needs a note. */
  readonly isOverride: boolean;
  readonly previous: AssessmentAnswer | null;
}

export interface Draft {
  /** Becomes the id of the assessment. */
  readonly id: AssessmentId;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly framework: ReadinessFramework;
  readonly asOfOn: Day;
  readonly revision: number;
  readonly correctsId: AssessmentId | null;
  /** The subject's round before the draft's day, if any. */
  readonly previousId: AssessmentId | null;
  /** The assessment an initiative inherits from, if any. */
  readonly sourceId: AssessmentId | null;
  readonly updatedAt: Date;
  readonly updatedBy: MemberId | null;
  /** One per question, in the framework's order. */
  readonly answers: readonly DraftedAnswer[];
}

/** The assessment whose answers an initiative inherits, by question. */
export interface InheritanceSource {
  readonly assessmentId: AssessmentId;
  readonly answers: ReadonlyMap<string, AssessmentAnswer>;
}
