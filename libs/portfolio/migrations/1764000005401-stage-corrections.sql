-- Why a stage record was corrected or taken back, beside the reason of the record itself. Additive: running workers survive it.

alter table stage_event add column superseded_reason text check (length(superseded_reason) <= 2000);
alter table stage_observation add column superseded_reason text check (length(superseded_reason) <= 2000);
grant update (superseded_reason) on stage_event, stage_observation to pilotage_app;

create or replace view stage_record with (security_invoker = true) as
  select tenant_id, id, fact_id, initiative_id, 'EVENT' as kind, 1 as kind_rank, stage, entered_on as on_day, precision, reason,
         successor_id, source, import_id, recorded_at, recorded_by, superseded_at, superseded_by, superseded_reason
    from stage_event
  union all
  select tenant_id, id, fact_id, initiative_id, 'OBSERVATION', 0, stage, seen_on, precision, reason,
         null::uuid, source, import_id, recorded_at, recorded_by, superseded_at, superseded_by, superseded_reason
    from stage_observation;
