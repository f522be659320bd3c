-- Settings of a tenant with history: a report of a past quarter uses those in force then. Additive: running workers survive it.

create table setting_revision (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  fact_id uuid not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  superseded_at timestamptz(3),
  superseded_by uuid,
  name text not null check (name in ('FISCAL_YEAR_START_MONTH', 'TIME_ZONE', 'CURRENCY', 'CADENCE_QUARTERS', 'PILOT_LIMIT_DAYS')),
  value jsonb not null check (length(value::text) <= 100),
  effective_on date not null,
  primary key (tenant_id, id)
);
select app.guard_history_table('setting_revision');
create unique index setting_revision_one_per_day on setting_revision (tenant_id, name, effective_on) where superseded_at is null;
