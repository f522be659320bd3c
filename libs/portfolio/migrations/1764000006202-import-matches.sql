-- Which known initiative a row of a file may be, what people decided, and what the file does not list any more. Additive: running workers survive it.

-- A row that no identity recognises. Made anew by each check.
create table import_match (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  row_number int not null,
  name text not null check (length(name) between 1 and 500),
  name_key text generated always as (app.name_key(name)) stored check (length(name_key) <= 300),
  -- As the file writes it; empty where it names none.
  unit text not null check (length(unit) <= 200),
  external_id text check (length(external_id) <= 200),
  stage text check (stage in ('IDEA', 'PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION', 'SCALED', 'ENDED')),
  -- Other rows of the file have the same identity.
  is_shared boolean not null,
  is_compared boolean not null default false,
  -- Its unit has too many initiatives to look for similar names.
  is_left_out boolean not null default false,
  kind text check (kind in ('EXACT', 'NORMALISED', 'SIMILAR', 'BY_HAND')),
  score smallint check (score between 0 and 100),
  -- Somebody should decide; until then the row counts as new.
  is_open boolean not null default false,
  -- What the row is taken for; while open, what it may well be.
  initiative_id uuid,
  primary key (tenant_id, import_id, row_number),
  foreign key (tenant_id, import_id) references import (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id)
);
create index import_match_to_compare on import_match (tenant_id, import_id, unit, row_number) where not is_compared;
create index import_match_by_kind on import_match (tenant_id, import_id, kind, row_number);
select app.guard_tenant_table('import_match');

-- At most three initiatives that a row may be, by their names.
create table import_candidate (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  row_number int not null,
  initiative_id uuid not null,
  kind text not null check (kind in ('EXACT', 'NORMALISED', 'SIMILAR')),
  score smallint not null check (score between 0 and 100),
  primary key (tenant_id, import_id, row_number, initiative_id),
  foreign key (tenant_id, import_id) references import (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id)
);
create index import_candidate_of_initiative on import_candidate (tenant_id, import_id, initiative_id, score desc);
select app.guard_tenant_table('import_candidate');

-- What people decided of a row; outlives another check of the file.
create table import_decision (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  row_number int not null,
  -- Null: it is a new one.
  initiative_id uuid,
  primary key (tenant_id, import_id, row_number),
  foreign key (tenant_id, import_id) references import (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id)
);
create unique index import_decision_one_row on import_decision (tenant_id, import_id, initiative_id) where initiative_id is not null;
select app.guard_tenant_table('import_decision');

-- An initiative of the same register that the file does not list, and what that means.
create table import_absence (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  initiative_id uuid not null,
  -- Null: not known, so nothing is recorded.
  choice text check (choice in ('RUNNING', 'ENDED', 'MERGED')),
  successor_id uuid,
  is_applied boolean not null default false,
  -- Why the choice could not be recorded.
  problem text check (length(problem) <= 500),
  primary key (tenant_id, import_id, initiative_id),
  check ((choice is not distinct from 'MERGED') = (successor_id is not null)),
  check (successor_id <> initiative_id),
  foreign key (tenant_id, import_id) references import (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, successor_id) references initiative (tenant_id, id)
);
create index import_absence_to_apply on import_absence (tenant_id, import_id, initiative_id) where choice is not null and not is_applied;
select app.guard_tenant_table('import_absence');

create index import_row_of_initiative on import_row (tenant_id, import_id, initiative_id) where initiative_id is not null;
