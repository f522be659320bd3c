import { type Day, type Precision, type Stage } from '@pilotage/analytics';
import { type TenantReadTx } from '@pilotage/platform';
import { type StageMove } from '../executive/executive-quarter.js';
import { type Fact, FACT_COLUMNS } from '../fact/fact.js';
import { isInScope, type QuarterScope, type Scope, scopeParams } from '../period/scope.js';
import { type ObservedLog } from '../time-to-production/assemble-time-to-production.js';
import { type RegisterStatement } from '../time-to-production/time-to-production.js';
import { type ActiveThen, type DimensionScore } from '../trend/figures-of-facts.js';

/** As known at an instant; null is now. The live rows are exactly those known at the end of time. */
export type KnownAt = Date | null;

const sqlOf = (knownAt: KnownAt): Date | 'infinity' => knownAt ?? 'infinity';

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The facts of quarter ends, computed from history. */
export function readFacts(
  tx: TenantReadTx,
  knownAt: KnownAt,
  scopes: readonly QuarterScope[],
): Promise<Fact[]> {
  return tx.query<Fact>(
    `select ${FACT_COLUMNS.map((name) => `${name} as "${camel(name)}"`).join(', ')}
       from app.initiative_fact($1::timestamptz, $2::date[]) f
      where ${isInScope(3)}
      order by quarter_to, initiative_id`,
    [sqlOf(knownAt), scopes.map(({ quarterTo }) => quarterTo), ...scopeParams(scopes)],
  );
}

/** On which of the days each of these initiatives was active, in whatever part of the portfolio. */
export function readActive(
  tx: TenantReadTx,
  knownAt: KnownAt,
  days: readonly Day[],
  initiativeIds: readonly string[],
): Promise<ActiveThen[]> {
  return tx.query<ActiveThen>(
    `select day as "quarterTo", initiative_id as "initiativeId"
       from app.initiative_state($1::timestamptz, $2::date[], $3::uuid[])
      where stage <> 'ENDED' order by day, initiative_id`,
    [sqlOf(knownAt), days, initiativeIds],
  );
}

/** The dimensions of assessments, which never change. */
export function readDimensionScores(
  tx: TenantReadTx,
  assessmentIds: readonly string[],
): Promise<DimensionScore[]> {
  return tx.query<DimensionScore>(
    `select assessment_id as "assessmentId", dimension_key as "dimensionKey", den, num, answered, applicable
       from assessment_dimension where tenant_id = $1 and assessment_id = any ($2::uuid[])
      order by assessment_id, dimension_key`,
    [tx.ctx.tenantId, assessmentIds],
  );
}

interface LogRow {
  readonly initiativeId: string;
  readonly lastObservedOn: Day | null;
  readonly kind: 'EVENT' | 'OBSERVATION' | null;
  readonly id: string;
  readonly stage: Stage;
  readonly on: Day;
  readonly precision: Precision;
  readonly mergedInto: string | null;
  readonly isImported: boolean;
  readonly registerId: string | null;
}

/** The timelines up to a day of the initiatives that were in scope on it. */
export async function readLogs(
  tx: TenantReadTx,
  knownAt: KnownAt,
  asOf: Day,
  scope: Scope,
): Promise<ObservedLog[]> {
  const rows = await tx.query<LogRow>(
    `select s.initiative_id as "initiativeId", s.last_observed_on as "lastObservedOn",
            r.kind, r.id, r.stage, r.on_day as "on", r.precision, r.successor_id as "mergedInto",
            r.import_id is not null as "isImported", i.register_id as "registerId"
       from app.initiative_state($2::timestamptz, array[$3::date]) s
       left join stage_record r on r.tenant_id = $1 and r.initiative_id = s.initiative_id and r.on_day <= $3
                               and r.recorded_at <= $2 and (r.superseded_at is null or r.superseded_at > $2)
       left join import i on i.tenant_id = $1 and i.id = r.import_id
      where ($4::uuid[] is null or s.unit_id = any ($4)) and ($5::text[] is null or s.kind = any ($5))
      order by s.initiative_id, r.on_day, r.kind_rank, r.id`,
    [tx.ctx.tenantId, sqlOf(knownAt), asOf, scope.unitIds, scope.kinds],
  );
  return [...Map.groupBy(rows, ({ initiativeId }) => initiativeId)].map(([initiativeId, records]) => ({
    initiativeId,
    lastObservedOn: records[0]?.lastObservedOn ?? null,
    registerId: records.findLast(({ isImported }) => isImported)?.registerId ?? null,
    events: records.flatMap(({ kind, id, stage, on, precision, mergedInto }) =>
      kind === 'EVENT' ? [{ id, stage, on, precision, mergedInto }] : [],
    ),
    observations: records.flatMap(({ kind, id, stage, on }) =>
      kind === 'OBSERVATION' ? [{ id, stage, on }] : [],
    ),
  }));
}

/** What the organisation's registers say of themselves, each by its newest list; the newest of these first. */
export function readRegisters(tx: TenantReadTx, knownAt: KnownAt): Promise<RegisterStatement[]> {
  return tx.query<RegisterStatement>(
    `with newest as (
       select distinct on (i.register_id) i.register_id, s.complete_since, s.living_only, s.as_of_on, s.recorded_at
         from register_statement s left join import i on i.tenant_id = s.tenant_id and i.id = s.import_id
        where s.tenant_id = $1 and s.recorded_at <= $2::timestamptz and (s.superseded_at is null or s.superseded_at > $2)
        order by i.register_id, s.as_of_on desc, s.recorded_at desc, s.id desc
     )
     select register_id as "registerId", complete_since as "completeSince", living_only as "livingOnly"
       from newest order by as_of_on desc, recorded_at desc, register_id nulls first`,
    [tx.ctx.tenantId, sqlOf(knownAt)],
  );
}

/** The stages entered within a quarter by initiatives in scope at its end, with the stage in force before. */
export async function readMoves(
  tx: TenantReadTx,
  knownAt: KnownAt,
  quarter: { readonly from: Day; readonly to: Day },
  scope: Scope,
): Promise<StageMove[]> {
  return tx.query<StageMove>(
    `with timeline as (
       select r.*, lag(r.stage) over timeline_order as stage_before,
              coalesce(bool_or(r.stage in ('PRODUCTION', 'SCALED')) over (timeline_order rows between unbounded preceding and 1 preceding), false)
                as was_in_production
         from stage_record r
        where r.tenant_id = $1 and r.on_day <= $4
          and r.recorded_at <= $2::timestamptz and (r.superseded_at is null or r.superseded_at > $2)
          and r.initiative_id in (
                select e.initiative_id from stage_event e
                 where e.tenant_id = $1 and e.entered_on between $3 and $4
                   and e.recorded_at <= $2::timestamptz and (e.superseded_at is null or e.superseded_at > $2))
       window timeline_order as (partition by r.initiative_id order by r.on_day, r.kind_rank, app.stage_rank(r.stage), r.id)
     )
     select t.initiative_id as "initiativeId", t.stage, t.on_day as "on", t.stage_before as "stageBefore",
            t.was_in_production as "wasInProduction", t.successor_id as "successorId", t.reason
       from timeline t
      where t.kind = 'EVENT' and t.on_day >= $3
        and (($5::uuid[] is null and $6::text[] is null) or t.initiative_id in (
              select s.initiative_id from app.initiative_state($2::timestamptz, array[$4::date]) s
               where ($5 is null or s.unit_id = any ($5)) and ($6 is null or s.kind = any ($6))))
      order by t.initiative_id, t.on_day, t.id`,
    [tx.ctx.tenantId, sqlOf(knownAt), quarter.from, quarter.to, scope.unitIds, scope.kinds],
  );
}
