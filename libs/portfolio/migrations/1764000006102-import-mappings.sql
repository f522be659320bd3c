-- Mappings kept under a name, for the next file with such columns. Additive: running workers survive it.

create table import_mapping (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  version int not null check (version > 0),
  -- Columns by their headers; without the day of a file.
  mapping jsonb not null,
  created_at timestamptz(3) not null,
  created_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, name, version)
);
select app.guard_tenant_table('import_mapping', 'select, insert');
