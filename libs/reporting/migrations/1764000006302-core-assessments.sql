-- Figures of readiness are made of the built-in framework alone. A function only: running workers survive it.

-- As before; the answers to an organisation's own questionnaires are assessments too, scored and trended apart.
create or replace function app.initiative_state(known_at timestamptz, days date[], only_initiatives uuid[] default null)
returns table (
  initiative_id uuid, day date,
  kind text, unit_id uuid,
  stage text, stage_on date, stage_precision text, stage_known_by text, outcome text, successor_id uuid,
  last_observed_on date,
  assessment_id uuid, assessed_on date
)
language sql stable as $$
  with timeline as (
    select r.initiative_id, r.kind, r.kind_rank, r.stage, r.on_day, r.precision, r.successor_id, r.id,
           lead(r.on_day) over timeline_order as to_day,
           coalesce(bool_or(r.stage in ('PRODUCTION', 'SCALED')) over timeline_order, false) as was_in_production,
           r.stage is distinct from lag(r.stage) over timeline_order as starts_run
      from app.stage_record r
     where r.tenant_id = (select app.current_tenant())
       and (only_initiatives is null or r.initiative_id = any (only_initiatives))
       and r.recorded_at <= known_at and (r.superseded_at is null or r.superseded_at > known_at)
    window timeline_order as (partition by r.initiative_id order by r.on_day, r.kind_rank, app.stage_rank(r.stage), r.id)
  ), run as (
    -- A run is an unbroken series of records of one stage: what confirms a stage does not move its beginning.
    select t.*, count(*) filter (where t.starts_run) over (
             partition by t.initiative_id order by t.on_day, t.kind_rank, app.stage_rank(t.stage), t.id) as run_number
      from timeline t
  ), stage_span as (
    select r.initiative_id, r.on_day as from_day, r.to_day, r.stage,
           coalesce(min(r.on_day) filter (where r.kind = 'EVENT') over run_order, min(r.on_day) over run_order) as stage_on,
           coalesce((array_agg(r.precision) filter (where r.kind = 'EVENT') over run_order)[1],
                    (array_agg(r.precision) over run_order)[1]) as stage_precision,
           case when count(*) filter (where r.kind = 'EVENT') over run_order > 0 then 'EVENT' else 'OBSERVATION' end as stage_known_by,
           (array_agg(r.successor_id) filter (where r.successor_id is not null) over run_order)[1] as successor_id,
           r.was_in_production
      from run r
    window run_order as (partition by r.initiative_id, r.run_number order by r.on_day, r.kind_rank, r.id)
  ), unit_span as (
    select a.initiative_id, a.unit_id,
           case when lag(a.id) over unit_order is null then '-infinity' else a.effective_on end as from_day,
           lead(a.effective_on) over unit_order as to_day
      from app.initiative_assignment a
     where a.tenant_id = (select app.current_tenant()) and a.kind = 'UNIT'
       and (only_initiatives is null or a.initiative_id = any (only_initiatives))
       and a.recorded_at <= known_at and (a.superseded_at is null or a.superseded_at > known_at)
    window unit_order as (partition by a.initiative_id order by a.effective_on, a.recorded_at, a.id)
  ), revision_span as (
    select v.initiative_id, v.kind, v.effective_on as said_on,
           case when lag(v.id) over revision_order is null then '-infinity' else v.effective_on end as from_day,
           lead(v.effective_on) over revision_order as to_day
      from app.initiative_revision v
     where v.tenant_id = (select app.current_tenant())
       and (only_initiatives is null or v.initiative_id = any (only_initiatives))
       and v.recorded_at <= known_at and (v.superseded_at is null or v.superseded_at > known_at)
    window revision_order as (partition by v.initiative_id order by v.effective_on, v.recorded_at, v.id)
  ), assessment_span as (
    select s.subject_id as initiative_id, s.id, s.as_of_on as from_day,
           lead(s.as_of_on) over (partition by s.subject_id order by s.as_of_on, s.recorded_at, s.id) as to_day
      from app.assessment s
     where s.tenant_id = (select app.current_tenant()) and s.subject_kind = 'INITIATIVE'
       and s.framework_id = 'ai-scaling-readiness'
       and (only_initiatives is null or s.subject_id = any (only_initiatives))
       and s.recorded_at <= known_at and (s.superseded_at is null or s.superseded_at > known_at)
  )
  select i.id, d.day,
         v.kind, u.unit_id,
         t.stage, t.stage_on, t.stage_precision, t.stage_known_by,
         case when t.stage = 'ENDED' then
           case when t.successor_id is not null then 'MERGED' when t.was_in_production then 'RETIRED' else 'ABANDONED' end
         end,
         case when t.stage = 'ENDED' then t.successor_id end,
         -- The span in force began with the latest sign of its kind.
         greatest(t.from_day, case when v.said_on <= d.day then v.said_on end, s.from_day),
         s.id, s.from_day
    from app.initiative i
   cross join unnest(days) as d (day)
    left join stage_span t on t.initiative_id = i.id and t.from_day <= d.day and (t.to_day is null or t.to_day > d.day)
    left join revision_span v on v.initiative_id = i.id and v.from_day <= d.day and (v.to_day is null or v.to_day > d.day)
    left join unit_span u on u.initiative_id = i.id and u.from_day <= d.day and (u.to_day is null or u.to_day > d.day)
    left join assessment_span s on s.initiative_id = i.id and s.from_day <= d.day and (s.to_day is null or s.to_day > d.day)
   where i.tenant_id = (select app.current_tenant())
     and (only_initiatives is null or i.id = any (only_initiatives))
     and (t.stage is not null or v.said_on <= d.day)
$$;
