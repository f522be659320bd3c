import { DEFAULT_COVERAGE, type Stage } from '@pilotage/analytics';
import { type TenantReadTx } from '@pilotage/platform';
import { type PilotRow } from '../executive/executive-quarter.js';
import { type PeriodQuarter } from '../period/period.js';
import { isInScope, type QuarterScope, scopeParams } from '../period/scope.js';
import {
  type BlockerCount,
  type DimensionCell,
  type Figures,
  type PairCell,
  type StageCell,
} from '../trend/figures.js';

/**
 * The figures of live pages, added up over the cache. Four statements whatever the size of the portfolio; sent together
 * they travel together. The same as `figuresOf` over history: a spec holds the two against each other.
 */
export async function readFigures(
  tx: TenantReadTx,
  quarters: readonly PeriodQuarter[],
  scopes: readonly QuarterScope[],
): Promise<Figures> {
  const lastTwo = quarters.slice(-2);
  const params = (some: readonly PeriodQuarter[]) => [
    tx.ctx.tenantId,
    some.map(({ to }) => to),
    some.map(({ from }) => from),
    some.map(({ freshFrom }) => freshFrom),
    ...scopeParams(scopes),
  ];
  const [stages, dimensions, pairs, blockers] = await Promise.all([
    tx.query<StageCell>(STAGE_CELLS, params(quarters)),
    tx.query<DimensionCell>(DIMENSION_CELLS, params(quarters)),
    tx.query<PairRow>(PAIR_CELLS, [...params(lastTwo), lastTwo.at(-1)?.to]),
    tx.query<BlockerCount>(BLOCKERS, params(quarters.slice(-1))),
  ]);
  return { stages, dimensions, pairs: pairs.map(toPairCell), blockers };
}

/** Those in pilot or limited production at the ends of the given quarters. */
export function readPilots(tx: TenantReadTx, scopes: readonly QuarterScope[]): Promise<PilotRow[]> {
  return tx.query<PilotRow>(
    `select quarter_to as "quarterTo", initiative_id as "initiativeId", stage, stage_on as "stageOn",
            stage_precision as "stagePrecision", stage_known_by as "stageKnownBy", last_observed_on as "lastObservedOn"
       from initiative_quarter f
      where tenant_id = $1 and quarter_to = any ($2::date[]) and stage in ('PILOT', 'LIMITED_PRODUCTION') and ${isInScope(3)}`,
    [tx.ctx.tenantId, scopes.map(({ quarterTo }) => quarterTo), ...scopeParams(scopes)],
  );
}

const { numerator, denominator } = DEFAULT_COVERAGE.least;

/** $1 tenant, $2 quarter ends, $3 their first days, $4 their first fresh days, $5 to $7 the scope. */
const FACT = `
  with fact as (
    select f.*, q.from_on,
           coalesce(f.assessed_on >= q.fresh_from, false) as is_fresh,
           coalesce(f.assessed_on >= q.fresh_from and f.score_num is not null
                    and f.answered * ${denominator} >= f.applicable * ${numerator}, false) as is_rated,
           coalesce(f.stage <> 'ENDED', false) as is_active,
           ${isInScope(5)} as is_in_scope
      from initiative_quarter f
      join unnest($2::date[], $3::date[], $4::date[]) as q (quarter_to, from_on, fresh_from) on q.quarter_to = f.quarter_to
     where f.tenant_id = $1 and f.quarter_to = any ($2::date[])
  )`;

const STAGE_CELLS = `${FACT}
  select quarter_to as "quarterTo", stage, case when is_rated then score_den end as "scoreDen",
         count(*)::int as count,
         count(*) filter (where stage_known_by = 'OBSERVATION')::int as observed,
         count(*) filter (where assessed_on is null)::int as never,
         count(*) filter (where assessed_on is not null and not is_fresh)::int as stale,
         count(*) filter (where is_rated)::int as rated,
         coalesce(sum(score_num) filter (where is_rated), 0)::float8 as "scoreSum",
         count(*) filter (where is_rated and assessed_on >= from_on)::int as "ratedThisQuarter",
         count(*) filter (where is_fresh and is_ready)::int as ready
    from fact where is_in_scope group by 1, 2, 3`;

const DIMENSION_CELLS = `${FACT}
  select f.quarter_to as "quarterTo", d.dimension_key as "dimensionKey", d.den,
         count(d.num)::int as rated, coalesce(sum(d.num), 0)::float8 as sum,
         sum(d.answered)::int as answered, sum(d.applicable)::int as applicable
    from fact f
    join assessment_dimension d on d.tenant_id = $1 and d.assessment_id = f.assessment_id
   where f.is_in_scope and f.is_active and f.is_fresh
   group by 1, 2, 3`;

interface PairRow {
  readonly stageBefore: Stage | null;
  readonly stageAfter: Stage | null;
  readonly isEntryDated: boolean;
  readonly wasElsewhere: boolean;
  readonly isElsewhere: boolean;
  readonly numBefore: number | null;
  readonly denBefore: number | null;
  readonly numAfter: number | null;
  readonly denAfter: number | null;
  readonly count: number;
}

const PAIR_CELLS = `${FACT}, scored as (
    select quarter_to, initiative_id, is_in_scope, is_active and not is_in_scope as is_elsewhere,
           coalesce(is_in_scope and stage_known_by = 'EVENT' and stage_on >= from_on, false) as is_entry_dated,
           case when is_in_scope then stage end as stage,
           case when is_in_scope and is_active and is_rated then score_num end as num,
           case when is_in_scope and is_active and is_rated then score_den end as den
      from fact
  )
  select b.stage as "stageBefore", a.stage as "stageAfter",
         coalesce(b.is_elsewhere, false) as "wasElsewhere", coalesce(a.is_elsewhere, false) as "isElsewhere",
         coalesce(a.is_entry_dated, false) as "isEntryDated",
         b.num as "numBefore", b.den as "denBefore", a.num as "numAfter", a.den as "denAfter", count(*)::int as count
    from (select * from scored where quarter_to <> $8::date) b
    full join (select * from scored where quarter_to = $8::date) a on a.initiative_id = b.initiative_id
   where b.is_in_scope or a.is_in_scope
   group by 1, 2, 3, 4, 5, 6, 7, 8, 9`;

function toPairCell({ numBefore, denBefore, numAfter, denAfter, ...pair }: PairRow): PairCell {
  return {
    ...pair,
    before: numBefore === null || denBefore === null ? null : { num: numBefore, den: denBefore },
    after: numAfter === null || denAfter === null ? null : { num: numAfter, den: denAfter },
  };
}

const BLOCKERS = `${FACT}
  select b.question_key as "questionKey", count(*)::int as initiatives
    from fact f cross join lateral jsonb_array_elements_text(f.blocking) as b (question_key)
   where f.is_in_scope and f.is_active and f.is_fresh and f.stage <> 'IDEA'
   group by 1`;
