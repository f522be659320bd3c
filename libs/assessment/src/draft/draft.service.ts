import { Injectable } from '@nestjs/common';
import {
  BadInputError,
  ConflictError,
  NotFoundError,
  type TenantTx,
  UnitOfWork,
  withIdempotency,
} from '@pilotage/platform';
import { CORE_FRAMEWORK_ID } from '@pilotage/frameworks';
import { type RequestContext, SettingsService } from '@pilotage/tenancy';
import { type AssessmentId, type Subject, type SubmittedAssessment } from '../assessment/assessment.js';
import { assessmentById, liveAssessmentOn } from '../assessment/assessment.queries.js';
import { SubjectAccess } from '../subject/subject-access.js';
import { type Draft, type DraftedAnswer } from './draft.js';
import { draftById, draftsBySubject, draftsOfMember } from './draft.queries.js';
import { submit } from './draft.rules.js';
import { createDraft, deleteDraft, submitDraft, writeAnswer } from './draft.writer.js';
import { type AnswerInput, save } from './saving.rules.js';
import { start, type StartRequest } from './starting.rules.js';

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly draft: Draft; readonly answer: DraftedAnswer }
  /** Somebody saved another answer first; nothing was written. */
  | { readonly kind: 'conflict'; readonly current: DraftedAnswer };

export interface Submission {
  /** Of the draft, as the caller saw it. */
  readonly revision: number;
  readonly idempotencyKey: string;
}

export type SubmissionOutcome =
  | { readonly kind: 'submitted' }
  /** By somebody else, or with another key. */
  | { readonly kind: 'already-submitted' }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] };

/**
 * A round of answers from its start to its submission. Every change locks the draft first, so that two people in one
 * draft, or two clicks on submit, come one after the other.
 */
@Injectable()
export class DraftService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: SubjectAccess,
    private readonly settings: SettingsService,
  ) {}

  /** An open draft. @throws NotFoundError when there is none for the caller */
  one(ctx: RequestContext, draftId: string): Promise<Draft> {
    return this.unitOfWork.read(ctx, async (tx) => {
      const draft = await draftById(tx, draftId);
      if (!draft) throw new NotFoundError('draft');
      await this.access.requireVisible(tx, ctx, subjectOf(draft), 'draft');
      return draft;
    });
  }

  /** Open rounds that the caller began or worked on last, and still may: the latest first, at most 50. */
  mine(ctx: RequestContext): Promise<Draft[]> {
    return this.unitOfWork.read(ctx, async (tx) => {
      const drafts = await draftsOfMember(tx, ctx.memberId);
      const rights = await this.access.visible(tx, ctx, drafts.map(subjectOf));
      return drafts.filter(({ subjectId }) => rights.get(subjectId)?.canAssess);
    });
  }

  /**
   * Begins a round of a subject as of a day, or goes on with the one that is open.
   *
   * @throws NotFoundError, ForbiddenError, and BadInputError for a day or a correction that cannot be
   */
  start(ctx: RequestContext, subject: Subject, request: StartRequest): Promise<Draft> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await this.access.requireAssessable(tx, ctx, subject);
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('draft ' || $1, 0))`, [subject.id]);
      const [open] = await draftsBySubject(tx, [subject.id]);
      const corrected = await correctable(tx, subject, request.correctsId);
      const sameDay = await liveAssessmentOn(tx, subject.id, request.asOfOn);
      const today = await this.settings.today(tx);
      const outcome = start(request, { today, open: open ?? null, sameDay, corrected });
      switch (outcome.kind) {
        case 'refused':
          throw new BadInputError(outcome.message, [outcome.path], outcome.reason);
        case 'resume':
          return outcome.draft;
        case 'start':
          return createDraft(tx, subject, request.asOfOn, corrected);
      }
    });
  }

  /**
   * Saves one answer. Saving the value that stands there unconfirmed confirms it.
   *
   * @throws NotFoundError, ForbiddenError, and BadInputError for a question that is not open or a text too long
   */
  saveAnswer(ctx: RequestContext, draftId: string, input: AnswerInput): Promise<SaveOutcome> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const draft = await this.requireOpen(tx, ctx, draftId);
      const outcome = save(draft, input);
      switch (outcome.kind) {
        case 'refused':
          throw new BadInputError(outcome.message, [outcome.path], outcome.reason);
        case 'conflict':
          return outcome;
        case 'unchanged':
          return { kind: 'saved', draft, answer: outcome.answer };
        case 'save': {
          const saved = await writeAnswer(tx, draft.id, input.questionKey, outcome.content);
          const answer = saved.answers.find(({ questionKey }) => questionKey === input.questionKey)!;
          return { kind: 'saved', draft: saved, answer };
        }
      }
    });
  }

  /**
   * Turns a draft into an assessment of the same id, with its scores, and forgets the draft. Once, however often it is
   * called: the same key finds the assessment.
   *
   * @throws NotFoundError, ForbiddenError, ConflictError when the draft changed since the caller saw it,
   *   BadInputError when its day was taken meanwhile
   */
  submit(ctx: RequestContext, draftId: string, submission: Submission): Promise<SubmissionOutcome> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const draft = await this.lock(tx, ctx, draftId);
      if (!draft) await this.requireSubmitted(tx, ctx, draftId);
      const ready = draft && submit(draft.answers);
      if (ready?.kind === 'incomplete') return ready;
      let isRepeated = true;
      const { idempotencyKey: key, revision } = submission;
      const request = { mutation: 'submitAssessment', key, input: { draftId, revision } };
      await withIdempotency(tx, request, async () => {
        isRepeated = false;
        if (draft && draft.revision !== revision) throw changedMeanwhile();
        if (draft && ready) await submitDraft(tx, draft, ready.answers);
        return draftId;
      });
      return { kind: draft || isRepeated ? 'submitted' : 'already-submitted' };
    });
  }

  /** @throws NotFoundError, ForbiddenError, and BadInputError when it was submitted meanwhile */
  discard(ctx: RequestContext, draftId: string): Promise<void> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const draft = await this.requireOpen(tx, ctx, draftId);
      await deleteDraft(tx, draft.id);
    });
  }

  private async requireOpen(tx: TenantTx, ctx: RequestContext, draftId: string): Promise<Draft> {
    const draft = await this.lock(tx, ctx, draftId);
    if (draft) return draft;
    await this.requireSubmitted(tx, ctx, draftId);
    throw new BadInputError(
      'This round was submitted in the meantime. Correct the assessment instead.',
      ['draftId'],
      'SUBMITTED',
    );
  }

  /** Locks an open draft that the caller may work on; null when it is not open (any more). */
  private async lock(tx: TenantTx, ctx: RequestContext, draftId: string): Promise<Draft | null> {
    const [row] = await tx.query<Pick<Draft, 'subjectKind' | 'subjectId'>>(
      `select subject_kind as "subjectKind", subject_id as "subjectId" from assessment_draft
        where tenant_id = $1 and id = $2 for update`,
      [tx.ctx.tenantId, draftId],
    );
    if (!row) return null;
    await this.access.requireAssessable(tx, ctx, subjectOf(row), 'draft');
    return draftById(tx, draftId);
  }

  /** A draft that is gone is either an assessment of the same id by now, or never was. */
  private async requireSubmitted(tx: TenantTx, ctx: RequestContext, draftId: string): Promise<void> {
    const assessment = await assessmentById(tx, draftId);
    if (!assessment) throw new NotFoundError('draft');
    await this.access.requireAssessable(tx, ctx, subjectOf(assessment), 'draft');
  }
}

/** The assessment to correct, if it is a live one of the subject's readiness: what a file answered, a file corrects. */
async function correctable(
  tx: TenantTx,
  subject: Subject,
  id: AssessmentId | null,
): Promise<SubmittedAssessment | null> {
  const assessment = id && (await assessmentById(tx, id));
  if (!assessment || assessment.frameworkId !== CORE_FRAMEWORK_ID) return null;
  return assessment.subjectId === subject.id && !assessment.supersededAt ? assessment : null;
}

function subjectOf(of: Pick<Draft, 'subjectKind' | 'subjectId'>): Subject {
  return { kind: of.subjectKind, id: of.subjectId };
}

function changedMeanwhile(): ConflictError {
  return new ConflictError('Answers were changed since you last saw them. Look at them, then submit again.', [
    'revision',
  ]);
}
