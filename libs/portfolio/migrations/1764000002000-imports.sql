-- Uploaded files with their rows, mapping and findings. Additive: running workers survive it.

create table import (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  state text not null check (state in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  file_name text not null check (length(file_name) between 1 and 255),
  byte_count int not null,
  content_digest text not null check (length(content_digest) = 64),
  encoding text not null check (encoding in ('UTF-8', 'WINDOWS-1252')),
  delimiter text not null check (length(delimiter) = 1),
  row_count int not null,
  columns jsonb not null check (jsonb_typeof(columns) = 'array'),
  mapping jsonb,
  -- Where the next slice starts, and in which pass; a slice moves both in the transaction that does its work.
  pass text check (pass in ('IDENTIFY', 'CHECK', 'RUN')),
  next_row int not null default 0,
  -- Counts up with every new check or start: a slice of an older round finds itself overtaken.
  round int not null default 0,
  counts jsonb,
  as_of_on date,
  complete_since date,
  living_only boolean,
  error text check (length(error) <= 2000),
  created_at timestamptz(3) not null,
  created_by uuid,
  started_by uuid,
  finished_at timestamptz(3),
  primary key (tenant_id, id)
);
create index import_newest on import (tenant_id, created_at desc, id);
create unique index import_one_running on import (tenant_id) where state = 'RUNNING';
select app.guard_tenant_table('import', 'select, insert, update');

create table import_row (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  row_number int not null,
  cells jsonb not null check (jsonb_typeof(cells) = 'array'),
  digest text not null check (length(digest) = 64),
  identity text check (length(identity) = 64),
  outcome text check (outcome in ('SKIPPED', 'CREATED', 'CHANGED', 'UNCHANGED')),
  initiative_id uuid,
  primary key (tenant_id, import_id, row_number),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
comment on column import_row.row_number is 'as a spreadsheet counts: the header is row 1';
comment on column import_row.identity is 'SHA-256 over the values of the identity columns; null until identified, or where they are all empty';
create index import_row_identity on import_row (tenant_id, import_id, identity, row_number);
select app.guard_tenant_table('import_row', 'select, insert, update');

create table import_finding (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  import_id uuid not null,
  row_number int not null,
  column_index int,
  code text not null check (length(code) <= 50),
  severity text not null check (severity in ('INFO', 'WARNING', 'ROW_SKIPPED')),
  message text not null check (length(message) <= 500),
  value text check (length(value) <= 200),
  primary key (tenant_id, id),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
create index import_finding_by_row on import_finding (tenant_id, import_id, row_number, id);
create index import_finding_by_code on import_finding (tenant_id, import_id, code, row_number, id);
select app.guard_tenant_table('import_finding');
