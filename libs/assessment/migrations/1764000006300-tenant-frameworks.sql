-- An organisation's own frameworks, for the questions of its registers. A new table: running workers survive it.

-- As uploaded; a version never changes, since assessments are pinned to it.
create table tenant_framework (
  tenant_id uuid not null references tenant (id),
  framework_id text not null check (length(framework_id) between 2 and 60),
  version int not null check (version > 0),
  name text not null check (length(name) <= 500),
  source text not null check (length(source) <= 200000),
  digest text not null check (length(digest) = 64),
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  primary key (tenant_id, framework_id, version)
);
comment on column tenant_framework.source is 'YAML';
select app.guard_tenant_table('tenant_framework', 'select, insert');
