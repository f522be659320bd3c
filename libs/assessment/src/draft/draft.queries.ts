import { type Answer, type Day } from '@pilotage/analytics';
import { type MemberId, type TenantReadTx } from '@pilotage/platform';
import { type AssessmentAnswer, type AssessmentId, type SubjectKind } from '../assessment/assessment.js';
import { answersOf } from '../assessment/assessment.queries.js';
import { pinnedFramework } from '../framework/pinned-framework.js';
import { type Draft, type InheritanceSource, type SavedAnswer } from './draft.js';
import { draftAnswers } from './draft.rules.js';

export interface DraftRow {
  readonly id: AssessmentId;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly frameworkId: string;
  readonly frameworkVersion: number;
  readonly asOfOn: Day;
  readonly correctsId: AssessmentId | null;
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedBy: MemberId | null;
}

interface DraftRowInContext extends DraftRow {
  readonly previousId: AssessmentId | null;
  readonly sourceId: AssessmentId | null;
}

/** The unit of an initiative `d` on its day, and the assessment `source` that it inherits from. */
const SOURCE = `    left join lateral (
      select s.unit_id from initiative_assignment s
       where s.tenant_id = d.tenant_id and s.initiative_id = d.subject_id and s.kind = 'UNIT'
         and s.superseded_at is null
       order by s.effective_on > d.as_of_on, abs(s.effective_on - d.as_of_on) limit 1) assigned
      on d.subject_kind = 'INITIATIVE'
    left join lateral (
      select a.id from assessment a
       where a.tenant_id = d.tenant_id and a.subject_id in (assigned.unit_id, d.tenant_id)
         and a.framework_id = d.framework_id and a.superseded_at is null and a.as_of_on <= d.as_of_on
       order by (a.subject_kind = 'UNIT') desc, a.as_of_on desc limit 1) source on d.subject_kind = 'INITIATIVE'`;

/**
 * The subject's round before the draft's day, and the assessment an initiative inherits from: its unit's in force on
 * that day, else the organisation's. Both as known now. Its unit is the one assigned on that day, before the first
 * assignment the first: rounds may be dated earlier than the initiative was entered.
 */
const IN_CONTEXT = `
  select d.id, d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.framework_id as "frameworkId",
         d.framework_version as "frameworkVersion", d.as_of_on as "asOfOn", d.corrects_id as "correctsId",
         d.revision, d.updated_at as "updatedAt", d.updated_by as "updatedBy",
         previous.id as "previousId", source.id as "sourceId"
    from assessment_draft d
    left join lateral (
      select a.id from assessment a
       where a.tenant_id = d.tenant_id and a.subject_id = d.subject_id and a.framework_id = d.framework_id
         and a.superseded_at is null and a.as_of_on < d.as_of_on and a.id is distinct from d.corrects_id
       order by a.as_of_on desc limit 1) previous on true
${SOURCE}
   where d.tenant_id = $1`;

export const DRAFTS_BY_ID = `${IN_CONTEXT} and d.id = any($2::uuid[])`;
const DRAFTS_BY_SUBJECT = `${IN_CONTEXT} and d.subject_id = any($2::uuid[])`;
const DRAFTS_OF_MEMBER = `${IN_CONTEXT} and (d.created_by = $2 or d.updated_by = $2)
   order by d.updated_at desc, d.id limit 50`;

/** Drafts as they are shown, in three statements however many. Unknown ids are left out. */
export function draftsById(tx: TenantReadTx, ids: readonly string[]): Promise<Draft[]> {
  return drafts(tx, DRAFTS_BY_ID, ids);
}

/** The open draft of each subject that has one. */
export function draftsBySubject(tx: TenantReadTx, subjectIds: readonly string[]): Promise<Draft[]> {
  return drafts(tx, DRAFTS_BY_SUBJECT, subjectIds);
}

/** Drafts that a member began or worked on last, the latest first; at most 50. */
export function draftsOfMember(tx: TenantReadTx, memberId: MemberId): Promise<Draft[]> {
  return drafts(tx, DRAFTS_OF_MEMBER, memberId);
}

/** What initiatives inherit on days, in their order; null where nothing is in force. Two statements for all of them. */
export async function inheritanceOf(
  tx: TenantReadTx,
  initiatives: readonly { readonly id: string; readonly on: Day }[],
  frameworkId: string,
): Promise<(InheritanceSource | null)[]> {
  const rows = await tx.query<{ position: number; sourceId: AssessmentId }>(
    `select d.position::int, source.id as "sourceId"
       from (select $1::uuid as tenant_id, 'INITIATIVE' as subject_kind, $4::text as framework_id, wanted.*
               from unnest($2::uuid[], $3::date[]) with ordinality as wanted (subject_id, as_of_on, position)) d
     ${SOURCE}
      where source.id is not null`,
    [tx.ctx.tenantId, initiatives.map(({ id }) => id), initiatives.map(({ on }) => on), frameworkId],
  );
  const ids = new Map(rows.map(({ position, sourceId }) => [position - 1, sourceId]));
  const answers = Map.groupBy(await answersOf(tx, [...new Set(ids.values())]), (one) => one.assessmentId);
  return initiatives.map((_, index) => {
    const assessmentId = ids.get(index);
    return assessmentId ? { assessmentId, answers: byQuestion(answers.get(assessmentId)) } : null;
  });
}

/** One draft; null when it is not open (any more). */
export async function draftById(tx: TenantReadTx, id: string): Promise<Draft | null> {
  const [draft] = await draftsById(tx, [id]);
  return draft ?? null;
}

async function drafts(tx: TenantReadTx, sql: string, which: MemberId | readonly string[]): Promise<Draft[]> {
  const rows = await tx.query<DraftRowInContext>(sql, [tx.ctx.tenantId, which]);
  if (rows.length === 0) return [];
  const others = rows.flatMap(({ previousId, sourceId }) =>
    [previousId, sourceId].filter((id) => id !== null),
  );
  const [saved, submitted] = await Promise.all([
    savedAnswers(
      tx,
      rows.map(({ id }) => id),
    ),
    answersOf(tx, [...new Set(others)]),
  ]);
  const ownAnswers = Map.groupBy(saved, ({ draftId }) => draftId);
  const answersByAssessment = Map.groupBy(submitted, ({ assessmentId }) => assessmentId);
  const answersIn = (id: AssessmentId | null) =>
    byQuestion<AssessmentAnswer>(id ? answersByAssessment.get(id) : []);
  return rows.map((row) => {
    const { sourceId } = row;
    const pinned = pinnedFramework(row);
    return {
      ...row,
      framework: pinned,
      answers: draftAnswers(
        pinned,
        row.subjectKind,
        byQuestion<SavedAnswer>(ownAnswers.get(row.id)),
        sourceId && { assessmentId: sourceId, answers: answersIn(sourceId) },
        answersIn(row.previousId),
      ),
    };
  });
}

function savedAnswers(
  tx: TenantReadTx,
  draftIds: readonly string[],
): Promise<(SavedAnswer & { draftId: string; value: Answer | null })[]> {
  return tx.query(
    `select draft_id as "draftId", question_key as "questionKey", answer as value, note,
            action_required as "actionRequired", evidence, is_touched as "isTouched", revision,
            updated_by as "updatedBy"
       from draft_answer where tenant_id = $1 and draft_id = any($2::uuid[])`,
    [tx.ctx.tenantId, draftIds],
  );
}

function byQuestion<T extends { readonly questionKey: string }>(answers: readonly T[] = []): Map<string, T> {
  return new Map(answers.map((answer) => [answer.questionKey, answer]));
}
