import type { Day } from '@pilotage/analytics';
import { NotFoundError, type TenantTx } from '@pilotage/platform';
import type { InitiativeId } from './initiative.types.js';

/**
 * Locks initiatives for the rest of the transaction. Every writer of their history locks first and reads then: two
 * writers that each saw the timeline without the other's record would leave the list, or the timeline itself, wrong.
 *
 * @throws NotFoundError when one left the lists since the caller saw it: its import was undone
 */
export async function lockInitiatives(tx: TenantTx, ids: readonly InitiativeId[]): Promise<void> {
  const locked = await tx.query(
    `select initiative_id from initiative_current where tenant_id = $1 and initiative_id = any($2)
      order by initiative_id for update`,
    [tx.ctx.tenantId, ids],
  );
  if (locked.length < new Set(ids).size) throw new NotFoundError('initiative');
}

/**
 * Brings what lists show of these initiatives in line with their history, in the transaction that wrote it. One of which
 * nothing is said any more, because its import was undone, leaves them.
 */
export async function refreshCurrent(tx: TenantTx, ids: readonly InitiativeId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(REFRESH_CURRENT, [tx.ctx.tenantId, ids, await tx.history.instant()]);
  await tx.query(REFRESH_TAGS, [tx.ctx.tenantId, ids]);
}

/** Called by the library that keeps assessments: the newest as-of day of a live one, null for none. */
export async function noteAssessed(
  tx: TenantTx,
  assessed: readonly { initiativeId: InitiativeId; assessedOn: Day | null }[],
): Promise<void> {
  await lockInitiatives(
    tx,
    assessed.map(({ initiativeId }) => initiativeId),
  );
  await tx.query(
    `update initiative_current c set assessed_on = a.assessed_on
       from jsonb_to_recordset($2::jsonb) as a(initiative_id uuid, assessed_on date)
      where c.tenant_id = $1 and c.initiative_id = a.initiative_id`,
    [
      tx.ctx.tenantId,
      JSON.stringify(
        assessed.map(({ initiativeId, assessedOn }) => ({
          initiative_id: initiativeId,
          assessed_on: assessedOn,
        })),
      ),
    ],
  );
  await refreshCurrent(
    tx,
    assessed.map(({ initiativeId }) => initiativeId),
  );
}

/** The revision in force is the live one with the newest effective day; days in the future cannot be entered. */
const REVISION = `
  select distinct on (initiative_id) *
    from initiative_revision
   where tenant_id = $1 and initiative_id = any($2) and superseded_at is null
   order by initiative_id, effective_on desc`;

/**
 * The stage in force, as analytics' `currentStage` and `outcomeOf` define it: records in their one order, cut into
 * unbroken runs of a stage; the last run's first event says since when.
 *
 * Each part is materialized: a freshly filled table has no statistics, and nested loops over parts computed anew each
 * time took three times as long.
 */
const REFRESH_CURRENT = `
with ordered as (
  select initiative_id, kind, stage, on_day, precision, successor_id,
         row_number() over in_order as position,
         (stage is distinct from lag(stage) over in_order)::int as is_start
    from stage_record
   where tenant_id = $1 and initiative_id = any($2) and superseded_at is null
  window in_order as (partition by initiative_id order by on_day, kind_rank, app.stage_rank(stage), id)
), runs as (
  select *, sum(is_start) over (partition by initiative_id order by position) as run,
         sum(is_start) over (partition by initiative_id) as last_run
    from ordered
), timeline as materialized (
  select initiative_id,
         (array_agg(stage order by position desc))[1] as stage,
         (array_agg(on_day order by kind, position) filter (where run = last_run))[1] as stage_on,
         (array_agg(precision order by kind, position) filter (where run = last_run))[1] as stage_precision,
         min(kind) filter (where run = last_run) as known_by,
         max(on_day) as last_on,
         bool_or(stage in ('PRODUCTION', 'SCALED')) as was_in_production,
         (array_agg(successor_id order by position desc) filter (where run = last_run and kind = 'EVENT'))[1] as successor_id
    from runs
   group by initiative_id
), revision as materialized (${REVISION}
), assigned as materialized (
  select initiative_id,
         (array_agg(unit_id order by effective_on desc) filter (where kind = 'UNIT'))[1] as unit_id,
         (array_agg(person_id order by effective_on desc) filter (where kind = 'OWNER'))[1] as owner_id,
         (array_agg(person_id order by effective_on desc) filter (where kind = 'SPONSOR'))[1] as sponsor_id
    from initiative_assignment
   where tenant_id = $1 and initiative_id = any($2) and superseded_at is null
   group by initiative_id
), wanted as materialized (
  select tenant_id, id, key_number, created_at from initiative where tenant_id = $1 and id = any($2)
), unsaid as (
  delete from initiative_current
   where tenant_id = $1 and initiative_id = any($2) and initiative_id not in (select initiative_id from revision)
)
insert into initiative_current as c (
  tenant_id, initiative_id, key_number, name, summary, kind, risk_tier, delivery_model, external_id,
  unit_id, owner_id, sponsor_id, stage, stage_rank, stage_on, stage_precision, stage_known_by, outcome,
  last_observed_on, created_at, updated_at)
select i.tenant_id, i.id, i.key_number, r.name, r.summary, r.kind, r.risk_tier, r.delivery_model, r.external_id,
       a.unit_id, a.owner_id, a.sponsor_id, t.stage, coalesce(app.stage_rank(t.stage), 9), t.stage_on, t.stage_precision, t.known_by,
       case when t.stage <> 'ENDED' then null
            when t.successor_id is not null then 'MERGED'
            when t.was_in_production then 'RETIRED'
            when t.stage = 'ENDED' then 'ABANDONED' end,
       greatest(r.effective_on, t.last_on), i.created_at, $3
  from wanted i
  join revision r on r.initiative_id = i.id
  left join assigned a on a.initiative_id = i.id
  left join timeline t on t.initiative_id = i.id
on conflict (tenant_id, initiative_id) do update set
  name = excluded.name, summary = excluded.summary, kind = excluded.kind, risk_tier = excluded.risk_tier,
  delivery_model = excluded.delivery_model, external_id = excluded.external_id,
  unit_id = excluded.unit_id, owner_id = excluded.owner_id, sponsor_id = excluded.sponsor_id,
  stage = excluded.stage, stage_rank = excluded.stage_rank, stage_on = excluded.stage_on,
  stage_precision = excluded.stage_precision, stage_known_by = excluded.stage_known_by, outcome = excluded.outcome,
  last_observed_on = greatest(excluded.last_observed_on, c.assessed_on), updated_at = excluded.updated_at`;

const REFRESH_TAGS = `
with revision as (${REVISION}
), wanted as (
  select r.initiative_id, t.tag from revision r cross join lateral jsonb_array_elements_text(r.tags) as t(tag)
), gone as (
  delete from initiative_tag t
   where t.tenant_id = $1 and t.initiative_id = any($2)
     and not exists (select from wanted w where w.initiative_id = t.initiative_id and w.tag = t.tag)
)
insert into initiative_tag (tenant_id, initiative_id, tag)
select $1, initiative_id, tag from wanted
on conflict do nothing`;
