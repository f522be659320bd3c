-- Stage events and observations, and what a register claims to be complete for. Additive: running workers survive it.

-- Stages in the order of their life; also the order of two events on one day.
create function app.stage_rank(stage text) returns smallint
  language sql immutable parallel safe
  return case stage when 'IDEA' then 0 when 'PILOT' then 1 when 'LIMITED_PRODUCTION' then 2
                    when 'PRODUCTION' then 3 when 'SCALED' then 4 when 'ENDED' then 5 end;

create table stage_event (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  initiative_id uuid not null,
  stage text not null check (stage in ('IDEA', 'PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION', 'SCALED', 'ENDED')),
  entered_on date not null check (entered_on >= '1970-01-01'),
  precision text not null check (precision in ('DAY', 'MONTH', 'QUARTER', 'YEAR')),
  reason text check (length(reason) <= 2000),
  successor_id uuid,
  source text not null check (source in ('USER', 'IMPORT', 'SAMPLE')),
  import_id uuid,
  fact_id uuid not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  superseded_at timestamptz(3),
  superseded_by uuid,
  primary key (tenant_id, id),
  check (successor_id is null or (stage = 'ENDED' and successor_id <> initiative_id)),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, successor_id) references initiative (tenant_id, id),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
create index stage_event_of_initiative on stage_event (tenant_id, initiative_id, entered_on);
create index stage_event_by_day on stage_event (tenant_id, entered_on) where superseded_at is null;
select app.guard_history_table('stage_event');

create table stage_observation (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  initiative_id uuid not null,
  stage text not null check (stage in ('IDEA', 'PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION', 'SCALED', 'ENDED')),
  seen_on date not null check (seen_on >= '1970-01-01'),
  precision text not null check (precision in ('DAY', 'MONTH', 'QUARTER', 'YEAR')),
  reason text check (length(reason) <= 2000),
  source text not null check (source in ('USER', 'IMPORT', 'SAMPLE')),
  import_id uuid,
  fact_id uuid not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  superseded_at timestamptz(3),
  superseded_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
create index stage_observation_of_initiative on stage_observation (tenant_id, initiative_id, seen_on);
select app.guard_history_table('stage_observation');

-- Both kinds as one timeline. Its order: on_day, kind_rank (seen before entered on the same day), stage_rank(stage), id.
-- The stage in force is that of the last record; it is known since the first event of the unbroken run of that stage, so
-- that a confirmation ("still in pilot") changes nothing but the day last observed. A run of observations only: entry unknown.
create view stage_record with (security_invoker = true) as
  select tenant_id, id, fact_id, initiative_id, 'EVENT' as kind, 1 as kind_rank, stage, entered_on as on_day, precision, reason,
         successor_id, source, import_id, recorded_at, recorded_by, superseded_at, superseded_by
    from stage_event
  union all
  select tenant_id, id, fact_id, initiative_id, 'OBSERVATION', 0, stage, seen_on, precision, reason,
         null::uuid, source, import_id, recorded_at, recorded_by, superseded_at, superseded_by
    from stage_observation;
grant select on stage_record to pilotage_app, pilotage_backup;

create table register_statement (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  import_id uuid,
  as_of_on date not null,
  complete_since date,
  living_only boolean not null,
  fact_id uuid not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  superseded_at timestamptz(3),
  superseded_by uuid,
  primary key (tenant_id, id),
  check (complete_since <= as_of_on),
  check (not (living_only and complete_since is not null)),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
comment on column register_statement.complete_since is 'from this day on ends are recorded too; null: unknown, so no rate';
create index register_statement_newest on register_statement (tenant_id, as_of_on desc, recorded_at desc);
select app.guard_history_table('register_statement');
