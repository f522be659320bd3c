-- Facts: one row per initiative and quarter end, a cache of initiative_fact('infinity', ...). Additive: running workers survive it.

-- Holds dates, never ages, and nothing of when it was computed: a rebuild gives the same rows to the bit.
create table initiative_quarter (
  tenant_id uuid not null references tenant (id),
  quarter_to date not null,
  initiative_id uuid not null,
  kind text,
  unit_id uuid,
  stage text,
  stage_on date,
  stage_precision text,
  stage_known_by text,
  outcome text,
  successor_id uuid,
  last_observed_on date,
  assessment_id uuid,
  assessed_on date,
  framework_id text,
  framework_version int,
  score_den int,
  score_num int,
  lower_num int,
  upper_num int,
  answered int,
  applicable int,
  gate_met int,
  gate_of int,
  is_ready boolean,
  blocking jsonb,
  primary key (tenant_id, quarter_to, initiative_id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id)
);
comment on column initiative_quarter.quarter_to is 'the last day of the quarter';
comment on column initiative_quarter.is_ready is 'nothing blocks the next stage; null without an assessment or a next stage';
create index initiative_quarter_of_initiative on initiative_quarter (tenant_id, initiative_id, quarter_to);
select app.guard_tenant_table('initiative_quarter');

-- For which quarter ends a tenant's facts are kept. Where the calendar has moved on or was changed, it differs from the
-- calendar, and the refresher makes up the difference.
create table fact_calendar (
  tenant_id uuid primary key references tenant (id),
  quarter_ends date[] not null,
  refreshed_at timestamptz(3) not null
);
select app.guard_tenant_table('fact_calendar');
