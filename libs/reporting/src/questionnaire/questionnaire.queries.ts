import { DEFAULT_COVERAGE, type Day } from '@pilotage/analytics';
import { type TenantReadTx } from '@pilotage/platform';
import { type PeriodQuarter } from '../period/period.js';
import { isInScope, type QuarterScope, scopeParams } from '../period/scope.js';
import { type DimensionCell } from '../trend/figures.js';
import { type AnsweredCell, type QuestionnaireCells } from './questionnaire-trend.js';

/** Four statements whatever the size of the portfolio. Who is active, and where, is what the facts of the quarter say. */
export async function readQuestionnaireCells(
  tx: TenantReadTx,
  frameworkId: string,
  quarters: readonly PeriodQuarter[],
  scopes: readonly QuarterScope[],
): Promise<QuestionnaireCells> {
  const ends = quarters.map(({ to }) => to);
  const scope = scopeParams(scopes);
  const params = [
    tx.ctx.tenantId,
    ends,
    quarters.map(({ from }) => from),
    quarters.map(({ freshFrom }) => freshFrom),
    frameworkId,
    ...scope,
  ];
  const [active, answered, dimensions, [counted]] = await Promise.all([
    tx.query<{ quarterTo: Day; count: number }>(ACTIVE, [tx.ctx.tenantId, ends, ...scope]),
    tx.query<AnsweredCell>(ANSWERED_CELLS, params),
    tx.query<DimensionCell>(DIMENSION_CELLS, params),
    tx.query<{ days: number }>(DAYS, params),
  ]);
  return { active, answered, dimensions, days: counted!.days };
}

const ACTIVE = `
  select f.quarter_to as "quarterTo", count(*)::int as count from initiative_quarter f
   where f.tenant_id = $1 and f.quarter_to = any ($2::date[]) and f.stage <> 'ENDED' and ${isInScope(3)}
   group by 1`;

const { numerator, denominator } = DEFAULT_COVERAGE.least;

/** $1 tenant, $2 quarter ends, $3 their first days, $4 their first fresh days, $5 framework, $6 to $8 the scope. */
const ANSWERED = `
  with answered as (
    select f.quarter_to, q.from_on, a.*
      from initiative_quarter f
      join unnest($2::date[], $3::date[], $4::date[]) as q (quarter_to, from_on, fresh_from) on q.quarter_to = f.quarter_to
     cross join lateral (
       select x.* from assessment x
        where x.tenant_id = $1 and x.subject_id = f.initiative_id and x.framework_id = $5 and x.superseded_at is null
          and x.as_of_on <= f.quarter_to
        order by x.as_of_on desc limit 1) a
     where f.tenant_id = $1 and f.quarter_to = any ($2::date[]) and f.stage <> 'ENDED'
       and a.as_of_on >= q.fresh_from and ${isInScope(6)}
  )`;

const ANSWERED_CELLS = `${ANSWERED}, rated as (
    select *, coalesce(score_num is not null and answered * ${denominator} >= applicable * ${numerator}, false) as is_rated
      from answered
  )
  select quarter_to as "quarterTo", score_den as den, count(*)::int as count,
         count(*) filter (where is_rated)::int as rated,
         coalesce(sum(score_num) filter (where is_rated), 0)::float8 as "scoreSum",
         count(lower_num)::int as bounded,
         coalesce(sum(lower_num), 0)::float8 as "lowerSum", coalesce(sum(upper_num), 0)::float8 as "upperSum",
         sum(answered)::int as answered, sum(applicable)::int as applicable,
         count(*) filter (where as_of_on >= from_on)::int as "answeredThisQuarter"
    from rated group by 1, 2`;

const DIMENSION_CELLS = `${ANSWERED}
  select a.quarter_to as "quarterTo", d.dimension_key as "dimensionKey", d.den,
         count(d.num)::int as rated, coalesce(sum(d.num), 0)::float8 as sum,
         sum(d.answered)::int as answered, sum(d.applicable)::int as applicable
    from answered a
    join assessment_dimension d on d.tenant_id = $1 and d.assessment_id = a.id
   group by 1, 2, 3`;

const DAYS = `${ANSWERED} select count(distinct as_of_on)::int as days from answered`;
