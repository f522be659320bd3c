-- Initiatives with their attributes and assignments over time. Additive: running workers survive it.

create table initiative (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  key_number int not null check (key_number > 0),
  created_at timestamptz(3) not null,
  created_by uuid,
  import_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, key_number),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
select app.guard_tenant_table('initiative', 'select, insert');

-- The last key given out. Locked until the transaction ends: keys have no gaps and no twins.
create table initiative_counter (
  tenant_id uuid primary key references tenant (id),
  last_number int not null
);
select app.guard_tenant_table('initiative_counter', 'select, insert, update');

create table initiative_revision (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  initiative_id uuid not null,
  effective_on date not null,
  name text not null check (length(name) between 1 and 500),
  summary text not null default '' check (length(summary) <= 20000),
  kind text not null check (kind in ('PREDICTIVE', 'GENERATIVE', 'VISION', 'LANGUAGE', 'AGENT', 'OPTIMISATION', 'OTHER', 'UNKNOWN')),
  risk_tier text not null check (risk_tier in ('MINIMAL', 'LIMITED', 'HIGH', 'PROHIBITED', 'UNKNOWN')),
  delivery_model text not null check (delivery_model in ('BUILT', 'BOUGHT', 'HYBRID', 'UNKNOWN')),
  external_id text check (length(external_id) <= 200),
  tags jsonb not null default '[]' check (jsonb_typeof(tags) = 'array'),
  attributes jsonb not null default '[]' check (jsonb_typeof(attributes) = 'array'),
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
comment on column initiative_revision.attributes is 'further columns of an imported row, in file order: [{"name", "value"}]';
create unique index initiative_revision_one_per_day on initiative_revision (tenant_id, initiative_id, effective_on) where superseded_at is null;
create index initiative_revision_history on initiative_revision (tenant_id, initiative_id, recorded_at);
select app.guard_history_table('initiative_revision');

create table initiative_assignment (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  initiative_id uuid not null,
  kind text not null check (kind in ('UNIT', 'OWNER', 'SPONSOR')),
  unit_id uuid,
  person_id uuid,
  effective_on date not null,
  import_id uuid,
  fact_id uuid not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  superseded_at timestamptz(3),
  superseded_by uuid,
  primary key (tenant_id, id),
  -- Both null: from that day on nobody.
  check (case when kind = 'UNIT' then person_id is null else unit_id is null end),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
create unique index initiative_assignment_one_per_day on initiative_assignment (tenant_id, initiative_id, kind, effective_on) where superseded_at is null;
create index initiative_assignment_history on initiative_assignment (tenant_id, initiative_id, recorded_at);
select app.guard_history_table('initiative_assignment');
