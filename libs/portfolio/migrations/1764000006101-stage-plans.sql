-- When a stage is planned to be entered, as a register said on its day. Additive: running workers survive it.

create table stage_plan (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  initiative_id uuid not null,
  stage text not null check (stage in ('IDEA', 'PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION', 'SCALED', 'ENDED')),
  planned_on date not null check (planned_on >= '1970-01-01'),
  precision text not null check (precision in ('DAY', 'MONTH', 'QUARTER', 'YEAR')),
  stated_on date not null check (stated_on >= '1970-01-01'),
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
comment on column stage_plan.stated_on is 'the day on which that was the plan; the effective day of the fact';
create unique index stage_plan_of_initiative on stage_plan (tenant_id, initiative_id, stage) where superseded_at is null;
select app.guard_history_table('stage_plan');
