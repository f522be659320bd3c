import { type Day } from '@pilotage/analytics';
import { currentFramework } from '@pilotage/frameworks';
import { BadInputError, newId, type TenantTx, violatesUnique } from '@pilotage/platform';
import {
  type AnswerContent,
  type AssessmentAnswer,
  type AssessmentId,
  type Subject,
  type SubmittedAssessment,
} from '../assessment/assessment.js';
import { answersOf, assessmentById } from '../assessment/assessment.queries.js';
import { recordAssessment } from '../assessment/assessment.writer.js';
import { pinnedFramework } from '../framework/pinned-framework.js';
import { type Draft } from './draft.js';
import { draftById } from './draft.queries.js';
import { startingAnswers } from './draft.rules.js';

/** Opens a draft with what it starts from: the answers it corrects, else those of the last round. */
export async function createDraft(
  tx: TenantTx,
  subject: Subject,
  asOfOn: Day,
  corrected: SubmittedAssessment | null,
): Promise<Draft> {
  const id = newId<'Assessment'>();
  const framework = corrected ? pinnedFramework(corrected) : currentFramework();
  const { memberId } = tx.ctx;
  await tx.insert('assessment_draft', {
    id,
    subjectKind: subject.kind,
    subjectId: subject.id,
    frameworkId: framework.id,
    frameworkVersion: framework.version,
    asOfOn,
    correctsId: corrected?.id,
    createdBy: memberId,
    updatedBy: memberId,
  });
  const empty = await readBack(tx, id);
  const from = corrected
    ? await answersOf(tx, [corrected.id])
    : empty.answers.flatMap(({ previous }) => previous ?? []);
  const answers = startingAnswers(framework, subject.kind, from, corrected !== null);
  if (answers.length === 0) return empty;
  await tx.insert(
    'draft_answer',
    answers.map(({ value, ...rest }) => ({ draftId: id, answer: value, revision: 0, ...rest })),
  );
  return readBack(tx, id);
}

/** Writes one answer over what stands there, and returns the draft as it is then. The draft is locked. */
export async function writeAnswer(
  tx: TenantTx,
  draftId: AssessmentId,
  questionKey: string,
  { value, note, actionRequired, evidence }: AnswerContent,
): Promise<Draft> {
  await tx.query(
    `insert into draft_answer as a (tenant_id, draft_id, question_key, answer, note, action_required, evidence,
                                    is_touched, revision, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, true, 1, $8)
     on conflict (tenant_id, draft_id, question_key) do update set
       answer = excluded.answer, note = excluded.note, action_required = excluded.action_required,
       evidence = excluded.evidence, is_touched = true, revision = a.revision + 1,
       updated_by = excluded.updated_by, updated_at = now()`,
    [tx.ctx.tenantId, draftId, questionKey, value, note, actionRequired, evidence, tx.ctx.memberId],
  );
  await tx.query(
    `update assessment_draft set revision = revision + 1, updated_by = $3, updated_at = now()
      where tenant_id = $1 and id = $2`,
    [tx.ctx.tenantId, draftId, tx.ctx.memberId],
  );
  return readBack(tx, draftId);
}

/**
 * Makes an assessment of a complete draft. The draft is locked.
 *
 * @throws BadInputError when the day was taken meanwhile, ConflictError when what it corrects was corrected meanwhile
 */
export async function submitDraft(
  tx: TenantTx,
  draft: Draft,
  answers: readonly AssessmentAnswer[],
): Promise<void> {
  const { id, framework, asOfOn, correctsId } = draft;
  const subject = { kind: draft.subjectKind, id: draft.subjectId };
  const corrects = correctsId && (await assessmentById(tx, correctsId));
  try {
    await recordAssessment(tx, { id, subject, framework, asOfOn, answers, corrects });
  } catch (error) {
    if (!violatesUnique(error, 'assessment_one_per_day')) throw error;
    throw new BadInputError(
      `There is an assessment as of ${asOfOn} by now. Correct that one, or discard this draft.`,
      ['draftId'],
      'SAME_DAY',
    );
  }
  await deleteDraft(tx, id);
}

export async function deleteDraft(tx: TenantTx, id: AssessmentId): Promise<void> {
  await tx.query(`delete from assessment_draft where tenant_id = $1 and id = $2`, [tx.ctx.tenantId, id]);
}

/** The draft that this transaction has just written. */
async function readBack(tx: TenantTx, id: AssessmentId): Promise<Draft> {
  return (await draftById(tx, id))!;
}
