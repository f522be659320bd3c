import { type Day } from '@pilotage/analytics';
import { CORE_FRAMEWORK_ID } from '@pilotage/frameworks';
import { prepared, type TenantReadTx } from '@pilotage/platform';
import {
  type SubmittedAssessment,
  type AssessmentAnswer,
  type AssessmentId,
  type StoredDimensionScore,
  type StoredGate,
} from './assessment.js';

const COLUMNS = `a.id, a.fact_id as "factId", a.subject_kind as "subjectKind", a.subject_id as "subjectId",
  a.framework_id as "frameworkId", a.framework_version as "frameworkVersion", a.as_of_on as "asOfOn",
  a.import_id as "importId", a.recorded_at as "recordedAt", a.recorded_by as "recordedBy", a.superseded_at as "supersededAt",
  a.answered, a.applicable, a.score_den as denominator, a.score_num as numerator, a.lower_num as lower,
  a.upper_num as upper`;

/** A row of a batch query, with the assessment it belongs to. */
export type PartOf<Row> = Row & { readonly assessmentId: AssessmentId };

/** Assessments by id, superseded ones too. */
export function assessmentsById(tx: TenantReadTx, ids: readonly string[]): Promise<SubmittedAssessment[]> {
  return tx.query(`select ${COLUMNS} from assessment a where a.tenant_id = $1 and a.id = any($2::uuid[])`, [
    tx.ctx.tenantId,
    ids,
  ]);
}

/** One assessment, superseded or not; null when there is none. */
export async function assessmentById(tx: TenantReadTx, id: string): Promise<SubmittedAssessment | null> {
  const [assessment] = await assessmentsById(tx, [id]);
  return assessment ?? null;
}

/** What counts of corrected rounds, by the fact they share. */
export function liveAssessmentsOf(
  tx: TenantReadTx,
  factIds: readonly string[],
): Promise<SubmittedAssessment[]> {
  return tx.query(
    `select ${COLUMNS} from assessment a
      where a.tenant_id = $1 and a.fact_id = any($2::uuid[]) and a.superseded_at is null`,
    [tx.ctx.tenantId, factIds],
  );
}

/** The subject's live readiness assessment as of a day. */
export async function liveAssessmentOn(
  tx: TenantReadTx,
  subjectId: string,
  asOfOn: Day,
): Promise<SubmittedAssessment | null> {
  const [assessment] = await tx.query<SubmittedAssessment>(
    `select ${COLUMNS} from assessment a
      where a.tenant_id = $1 and a.subject_id = $2 and a.framework_id = $4 and a.as_of_on = $3
        and a.superseded_at is null`,
    [tx.ctx.tenantId, subjectId, asOfOn, CORE_FRAMEWORK_ID],
  );
  return assessment ?? null;
}

export interface AssessmentPage {
  readonly subjectId: string;
  readonly frameworkId: string;
  readonly first: number;
  /** As-of day of the last one seen; a subject has one live assessment a day of each framework. */
  readonly before: Day | null;
}

/** Live assessments of subjects by a framework, newest as-of day first, each page by one index range; in the order of the pages. */
export async function assessmentPages(
  tx: TenantReadTx,
  pages: readonly AssessmentPage[],
): Promise<SubmittedAssessment[][]> {
  const rows = await tx.query<SubmittedAssessment & { position: number }>(ASSESSMENT_PAGES, [
    tx.ctx.tenantId,
    pages.map(({ subjectId }) => subjectId),
    pages.map(({ before }) => before ?? 'infinity'),
    pages.map(({ first }) => first),
    pages.map(({ frameworkId }) => frameworkId),
  ]);
  const answer: SubmittedAssessment[][] = pages.map(() => []);
  for (const row of rows) answer[row.position - 1]?.push(row);
  return answer;
}

export const ASSESSMENT_PAGES = prepared(`select page.position::int, ${COLUMNS}
  from unnest($2::uuid[], $3::date[], $4::int[], $5::text[])
         with ordinality as page(subject_id, before, size, framework_id, position)
 cross join lateral (
   select * from assessment x
    where x.tenant_id = $1 and x.subject_id = page.subject_id and x.framework_id = page.framework_id
      and x.superseded_at is null and x.as_of_on < page.before
    order by x.as_of_on desc limit page.size) a
 order by page.position, a.as_of_on desc`);

/** How many live readiness assessments each subject has. */
export function assessmentCounts(
  tx: TenantReadTx,
  subjectIds: readonly string[],
): Promise<{ subjectId: string; count: number }[]> {
  return tx.query(
    `select subject_id as "subjectId", count(*)::int as count from assessment
      where tenant_id = $1 and subject_id = any($2::uuid[]) and framework_id = $3 and superseded_at is null
      group by subject_id`,
    [tx.ctx.tenantId, subjectIds, CORE_FRAMEWORK_ID],
  );
}

const MOST_OF_QUESTIONNAIRES = 50;

/** Live assessments of each subject by the organisation's own questionnaires, the newest as-of day first, at most 50. */
export function questionnaireAssessments(
  tx: TenantReadTx,
  subjectIds: readonly string[],
): Promise<SubmittedAssessment[]> {
  return tx.query(
    `select ${COLUMNS} from unnest($2::uuid[]) as wanted (id) cross join lateral (
       select * from assessment x
        where x.tenant_id = $1 and x.subject_id = wanted.id and x.framework_id <> $3 and x.superseded_at is null
        order by x.as_of_on desc, x.framework_id limit $4) a
      order by a.as_of_on desc, a.framework_id`,
    [tx.ctx.tenantId, subjectIds, CORE_FRAMEWORK_ID, MOST_OF_QUESTIONNAIRES],
  );
}

/** Answers of assessments. */
export function answersOf(
  tx: TenantReadTx,
  assessmentIds: readonly string[],
): Promise<PartOf<AssessmentAnswer>[]> {
  return tx.query(
    `select assessment_id as "assessmentId", question_key as "questionKey", answer as value, note,
            action_required as "actionRequired", evidence, inherited_from as "inheritedFrom",
            is_confirmed as "isConfirmed"
       from assessment_answer where tenant_id = $1 and assessment_id = any($2::uuid[])`,
    [tx.ctx.tenantId, assessmentIds],
  );
}

/** Scores by dimension. */
export function dimensionsOf(
  tx: TenantReadTx,
  assessmentIds: readonly string[],
): Promise<PartOf<StoredDimensionScore>[]> {
  return tx.query(
    `select assessment_id as "assessmentId", dimension_key as "dimensionKey", answered, applicable, den as denominator,
            num as numerator, lower_num as lower, upper_num as upper
       from assessment_dimension where tenant_id = $1 and assessment_id = any($2::uuid[])`,
    [tx.ctx.tenantId, assessmentIds],
  );
}

/** Gates, one per stage that asks something. */
export function gatesOf(tx: TenantReadTx, assessmentIds: readonly string[]): Promise<PartOf<StoredGate>[]> {
  return tx.query(
    `select assessment_id as "assessmentId", stage, met, "of", blocking
       from assessment_gate where tenant_id = $1 and assessment_id = any($2::uuid[])`,
    [tx.ctx.tenantId, assessmentIds],
  );
}
