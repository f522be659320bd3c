import { type Answer, type Day } from '@pilotage/analytics';
import { type Id, type MemberId } from '@pilotage/platform';

export type AssessmentId = Id<'Assessment'>;
export type SubjectKind = 'TENANT' | 'UNIT' | 'INITIATIVE';

/** Whom an assessment is about. The id of the organisation is its tenant id. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** What a person enters for one question; null is nothing entered. */
export interface AnswerContent {
  readonly value: Answer | null;
  readonly note: string | null;
  readonly actionRequired: string | null;
  readonly evidence: string | null;
}

/** One answer of a submitted assessment. */
export interface AssessmentAnswer extends AnswerContent {
  readonly questionKey: string;
  /** The organisation's or unit's assessment the value was taken from; its note stays there. */
  readonly inheritedFrom: AssessmentId | null;
  /** Whether somebody answered or confirmed it in this very round. */
  readonly isConfirmed: boolean;
}

/** A submitted assessment without its answers. */
export interface SubmittedAssessment extends StoredScore {
  readonly id: AssessmentId;
  readonly factId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly frameworkId: string;
  readonly frameworkVersion: number;
  readonly asOfOn: Day;
  /** The import whose rows it was made of; null when somebody submitted it. */
  readonly importId: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: MemberId | null;
  readonly supersededAt: Date | null;
}

/** A score as stored: integers over one denominator per framework version. Null where it does not stand. */
export interface StoredScore {
  readonly answered: number;
  readonly applicable: number;
  readonly denominator: number;
  readonly numerator: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface StoredDimensionScore extends StoredScore {
  readonly dimensionKey: string;
}

/** How many applicable questions reach the least answer a stage asks for, and the keys of those that do not. */
export interface StoredGate {
  readonly stage: string;
  readonly met: number;
  readonly of: number;
  readonly blocking: readonly string[];
}

export const EMPTY_ANSWER: AnswerContent = { value: null, note: null, actionRequired: null, evidence: null };
