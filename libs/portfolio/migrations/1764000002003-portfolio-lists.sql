-- What lists read (caches, rebuildable from history) and what facts must be recomputed. Additive: running workers survive it.

create table initiative_current (
  tenant_id uuid not null references tenant (id),
  initiative_id uuid not null,
  key_number int not null,
  -- People sort names as a dictionary does: case and accents come last.
  name text collate "und-x-icu" not null,
  summary text not null,
  kind text not null,
  risk_tier text not null,
  delivery_model text not null,
  external_id text,
  unit_id uuid,
  owner_id uuid,
  sponsor_id uuid,
  stage text,
  -- 9 where no stage is known, so that it sorts last.
  stage_rank smallint not null,
  stage_on date,
  stage_precision text,
  stage_known_by text,
  outcome text,
  -- Written by the library above: the newest as-of day of a live assessment.
  assessed_on date,
  last_observed_on date not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (tenant_id, initiative_id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id)
);
create index initiative_current_by_key on initiative_current (tenant_id, key_number, initiative_id);
create index initiative_current_by_name on initiative_current (tenant_id, name, initiative_id);
create index initiative_current_by_stage on initiative_current (tenant_id, stage_rank, initiative_id);
create index initiative_current_by_observed on initiative_current (tenant_id, last_observed_on, initiative_id);
create index initiative_current_by_updated on initiative_current (tenant_id, updated_at, initiative_id);
create index initiative_current_by_unit on initiative_current (tenant_id, unit_id);
create index initiative_current_by_owner on initiative_current (tenant_id, owner_id);
create index initiative_current_by_sponsor on initiative_current (tenant_id, sponsor_id);
select app.guard_tenant_table('initiative_current');

create table initiative_tag (
  tenant_id uuid not null references tenant (id),
  initiative_id uuid not null,
  tag text not null check (length(tag) between 1 and 100),
  primary key (tenant_id, initiative_id, tag),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id)
);
create index initiative_tag_by_tag on initiative_tag (tenant_id, tag, initiative_id);
select app.guard_tenant_table('initiative_tag');

-- Initiatives whose history changed, and from which day on; emptied by whoever recomputes.
create table change_log (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  initiative_id uuid not null,
  from_on date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id)
);
create index change_log_by_initiative on change_log (tenant_id, initiative_id);
select app.guard_tenant_table('change_log');
