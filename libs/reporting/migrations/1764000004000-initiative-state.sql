-- What is known of every initiative on given days, as known at an instant. Functions only: running workers survive it.

-- One row per initiative and day on which it existed: its stage, unit, kind and latest assessment in force on that day.
-- `known_at` 'infinity' is "now": exactly the live rows. `only_initiatives` null means all.
--
-- Each history is turned into spans [from_day, to_day) by one window pass, then met with the days, so the work grows with
-- the rows, not with rows times lookups. A single SELECT, so that PostgreSQL inlines it and sees the arguments. Tenant and
-- initiatives are named in every part: they are the columns its indexes begin with, also under row-level security.
create function app.initiative_state(known_at timestamptz, days date[], only_initiatives uuid[] default null)
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
    select a.initiative_id, a.unit_id, a.effective_on as from_day,
           lead(a.effective_on) over (partition by a.initiative_id order by a.effective_on, a.recorded_at, a.id) as to_day
      from app.initiative_assignment a
     where a.tenant_id = (select app.current_tenant()) and a.kind = 'UNIT'
       and (only_initiatives is null or a.initiative_id = any (only_initiatives))
       and a.recorded_at <= known_at and (a.superseded_at is null or a.superseded_at > known_at)
  ), revision_span as (
    select v.initiative_id, v.kind, v.effective_on as from_day,
           lead(v.effective_on) over (partition by v.initiative_id order by v.effective_on, v.recorded_at, v.id) as to_day
      from app.initiative_revision v
     where v.tenant_id = (select app.current_tenant())
       and (only_initiatives is null or v.initiative_id = any (only_initiatives))
       and v.recorded_at <= known_at and (v.superseded_at is null or v.superseded_at > known_at)
  ), assessment_span as (
    select s.subject_id as initiative_id, s.id, s.as_of_on as from_day,
           lead(s.as_of_on) over (partition by s.subject_id order by s.as_of_on, s.recorded_at, s.id) as to_day
      from app.assessment s
     where s.tenant_id = (select app.current_tenant()) and s.subject_kind = 'INITIATIVE'
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
         greatest(t.from_day, v.from_day, s.from_day),
         s.id, s.from_day
    from app.initiative i
   cross join unnest(days) as d (day)
    left join stage_span t on t.initiative_id = i.id and t.from_day <= d.day and (t.to_day is null or t.to_day > d.day)
    left join revision_span v on v.initiative_id = i.id and v.from_day <= d.day and (v.to_day is null or v.to_day > d.day)
    left join unit_span u on u.initiative_id = i.id and u.from_day <= d.day and (u.to_day is null or u.to_day > d.day)
    left join assessment_span s on s.initiative_id = i.id and s.from_day <= d.day and (s.to_day is null or s.to_day > d.day)
   where i.tenant_id = (select app.current_tenant())
     and (only_initiatives is null or i.id = any (only_initiatives))
     and (t.stage is not null or v.kind is not null)
$$;
comment on function app.initiative_state is 'the state of initiatives on days, as known at an instant; what facts and reports are made of';

-- The stage whose gate comes next; null for SCALED and ENDED.
create function app.next_stage(stage text) returns text
  language sql immutable parallel safe
  return case stage when 'IDEA' then 'PILOT' when 'PILOT' then 'LIMITED_PRODUCTION'
                    when 'LIMITED_PRODUCTION' then 'PRODUCTION' when 'PRODUCTION' then 'SCALED' end;

-- The same with the scores and the next gate of the assessment in force: one row is one fact of initiative_quarter.
create function app.initiative_fact(known_at timestamptz, days date[], only_initiatives uuid[] default null)
returns table (
  quarter_to date, initiative_id uuid,
  kind text, unit_id uuid,
  stage text, stage_on date, stage_precision text, stage_known_by text, outcome text, successor_id uuid,
  last_observed_on date,
  assessment_id uuid, assessed_on date, framework_id text, framework_version int,
  score_den int, score_num int, lower_num int, upper_num int, answered int, applicable int,
  gate_met int, gate_of int, is_ready boolean, blocking jsonb
)
language sql stable as $$
  select t.day, t.initiative_id, t.kind, t.unit_id,
         t.stage, t.stage_on, t.stage_precision, t.stage_known_by, t.outcome, t.successor_id, t.last_observed_on,
         t.assessment_id, t.assessed_on, a.framework_id, a.framework_version,
         a.score_den, a.score_num, a.lower_num, a.upper_num, a.answered, a.applicable,
         a.met, a.of, a.met = a.of and a.of > 0, a.blocking
    from app.initiative_state(known_at, days, only_initiatives) t
    -- Looked up by key, one by one: a join may scan all assessments of the tenant for a few hundred initiatives.
    left join lateral (
      select s.framework_id, s.framework_version, s.score_den, s.score_num, s.lower_num, s.upper_num, s.answered, s.applicable,
             g.met, g.of, g.blocking
        from app.assessment s
        left join app.assessment_gate g
               on g.tenant_id = s.tenant_id and g.assessment_id = s.id and g.stage = app.next_stage(t.stage)
       where s.tenant_id = (select app.current_tenant()) and s.id = t.assessment_id
       limit 1
    ) a on true
$$;
grant execute on function app.initiative_state, app.initiative_fact, app.next_stage to pilotage_app;
