import { day } from '@pilotage/analytics';
import { recordAssessment, type AssessmentId } from '@pilotage/assessment';
import { currentFramework } from '@pilotage/frameworks';
import { newId, type TenantContext } from '@pilotage/platform';
import type { TestDatabase } from '@pilotage/testing';

export const today = (): string => new Date().toISOString().slice(0, 10);
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Assessments as imports write them: history, scores and marks, without a draft. */
export async function assessAll(
  db: TestDatabase,
  ctx: TenantContext,
  initiativeIds: readonly string[],
  asOfOn: string,
): Promise<void> {
  const framework = currentFramework();
  for (const [index, subjectId] of initiativeIds.entries()) {
    const answers = framework.questions.map(({ key }, question) => ({
      questionKey: key,
      value: (['YES', 'PARTIAL', 'NO'] as const)[(index + question) % 3]!,
      note: null,
      actionRequired: null,
      evidence: null,
      inheritedFrom: null,
      isConfirmed: true,
    }));
    const id = newId() as AssessmentId;
    const subject = { kind: 'INITIATIVE' as const, id: subjectId };
    await db.unitOfWork.run(ctx, (tx) =>
      recordAssessment(tx, { id, subject, framework, asOfOn: day(asOfOn), answers, corrects: null }),
    );
  }
}

/** Answers every question of the open drafts, as their people would have by now. */
export async function answerDrafts(db: TestDatabase, tenantId: string): Promise<void> {
  await db.admin.query(
    `insert into draft_answer (tenant_id, draft_id, question_key, answer, note, is_touched, revision)
     select $1, d.id, key, 'YES', 'As seen', true, 1 from assessment_draft d cross join unnest($2::text[]) key
      where d.tenant_id = $1
     on conflict (tenant_id, draft_id, question_key)
     do update set answer = excluded.answer, note = excluded.note, is_touched = true`,
    [
      tenantId,
      currentFramework()
        .questions.filter(({ scope }) => scope !== 'ORGANISATION')
        .map(({ key }) => key),
    ],
  );
}
