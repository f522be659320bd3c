import { type Day } from '@pilotage/analytics';
import { type TenantReadTx } from '@pilotage/platform';
import { type ImportedAnswers } from '@pilotage/portfolio';
import { type AssessmentId } from '../assessment/assessment.js';
import { answersOf } from '../assessment/assessment.queries.js';
import { type FrameworkPin } from '../framework/pinned-framework.js';
import { type LiveAnswers } from './imported-answers.rules.js';

/** The live assessments by a framework on the days of rows, by `initiative day`; two statements however many. */
export async function liveAnswersOf(
  tx: TenantReadTx,
  frameworkId: string,
  rows: readonly Pick<ImportedAnswers, 'initiativeId' | 'asOfOn'>[],
): Promise<Map<string, LiveAnswers>> {
  const known = rows.filter(({ initiativeId }) => initiativeId !== null);
  if (known.length === 0) return new Map();
  const live = await tx.query<Omit<LiveAnswers, 'answers'> & { initiativeId: string }>(
    `select a.subject_id as "initiativeId", a.id, a.as_of_on as "asOfOn", a.framework_version as "frameworkVersion",
            a.import_id as "importId"
       from assessment a
       join unnest($3::uuid[], $4::date[]) as wanted (id, as_of_on)
         on wanted.id = a.subject_id and wanted.as_of_on = a.as_of_on
      where a.tenant_id = $1 and a.framework_id = $2 and a.superseded_at is null`,
    [
      tx.ctx.tenantId,
      frameworkId,
      known.map(({ initiativeId }) => initiativeId),
      known.map(({ asOfOn }) => asOfOn),
    ],
  );
  const ids = live.map(({ id }) => id);
  const answers = Map.groupBy(await answersOf(tx, ids), ({ assessmentId }) => assessmentId);
  return new Map(
    live.map(({ initiativeId, ...row }) => [
      `${initiativeId} ${row.asOfOn}`,
      { ...row, answers: answers.get(row.id) ?? [] },
    ]),
  );
}

export interface MadeByImport extends FrameworkPin {
  readonly id: AssessmentId;
  readonly subjectId: string;
  readonly asOfOn: Day;
  /** What it was put in the place of; null when it was the first. */
  readonly replacedId: AssessmentId | null;
}

/**
 * Live assessments that an import made, at most `$3`. What they replaced is what stood there before the import's first
 * one of that day, unless an import made it that was undone itself.
 */
export const MADE_BY_IMPORT = `
with live as materialized (
  select id, subject_id, as_of_on, framework_id, framework_version, fact_id from assessment
   where tenant_id = $1 and import_id = $2 and superseded_at is null
   order by subject_id, as_of_on limit $3
)
select a.id, a.subject_id as "subjectId", a.as_of_on as "asOfOn", a.framework_id as "frameworkId",
       a.framework_version as "frameworkVersion", before.id as "replacedId"
  from live a
 cross join lateral (
   select min(x.recorded_at) as at from assessment x
    where x.tenant_id = $1 and x.subject_id = a.subject_id and x.framework_id = a.framework_id
      and x.fact_id = a.fact_id and x.import_id = $2) first
  left join (assessment before left join import i on i.tenant_id = $1 and i.id = before.import_id)
         on before.tenant_id = $1 and before.subject_id = a.subject_id and before.framework_id = a.framework_id
        and before.fact_id = a.fact_id and before.superseded_at = first.at and i.state is distinct from 'UNDONE'`;

export const madeByImport = (tx: TenantReadTx, importId: string, most: number): Promise<MadeByImport[]> =>
  tx.query(MADE_BY_IMPORT, [tx.ctx.tenantId, importId, most]);
