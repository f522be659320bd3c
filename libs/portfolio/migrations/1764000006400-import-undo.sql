-- What an import needs to be paused and taken back as a whole. Additive: running workers survive it.

alter table import drop constraint import_state_check;
alter table import add constraint import_state_check
  check (state in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'PAUSED', 'DONE', 'FAILED', 'CANCELLED', 'UNDOING', 'UNDONE'));
alter table import drop constraint import_pass_check;
alter table import add constraint import_pass_check
  check (pass in ('IDENTIFY', 'MATCH', 'CHECK', 'RUN', 'ABSENT', 'UNDO'));
alter table import
  add column undo_after uuid,
  add column undo_counts jsonb;
comment on column import.undo_after is 'the last initiative that was gone through while it is undone';
comment on column import.started_by is 'who set going what runs, or ran last: the import or its undoing';

-- One at a time writes; an undoing that failed is to be finished before anything else.
drop index import_one_running;
create unique index import_one_running on import (tenant_id)
  where state in ('RUNNING', 'UNDOING') or (state = 'FAILED' and pass = 'UNDO');

-- History that an import took back without putting anything in its place.
create table import_retraction (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  row_id uuid not null,
  table_name text not null check (length(table_name) <= 63),
  initiative_id uuid not null,
  primary key (tenant_id, import_id, row_id),
  foreign key (tenant_id, import_id) references import (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id)
);
create index import_retraction_by_initiative on import_retraction (tenant_id, import_id, initiative_id);
select app.guard_tenant_table('import_retraction', 'select, insert, delete');

-- What import_identity said before an import wrote there.
create table import_identity_before (
  tenant_id uuid not null references tenant (id),
  -- The import that wrote; `before_import_id` is the one that had written before.
  import_id uuid not null,
  scheme text not null check (length(scheme) = 64),
  identity text not null check (length(identity) = 64),
  initiative_id uuid not null,
  before_import_id uuid not null,
  -- Null: the import changed nothing but who wrote last.
  planned jsonb,
  planned_digest text check (length(planned_digest) = 64),
  primary key (tenant_id, import_id, scheme, identity),
  check ((planned is null) = (planned_digest is null)),
  foreign key (tenant_id, import_id) references import (tenant_id, id),
  foreign key (tenant_id, before_import_id) references import (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id)
);
create index import_identity_before_plain on import_identity_before (tenant_id, import_id, identity) where planned is null;
select app.guard_tenant_table('import_identity_before', 'select, insert, delete');
create index import_identity_of_import on import_identity (tenant_id, import_id);

create table import_unit (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  unit_id uuid not null,
  primary key (tenant_id, import_id, unit_id),
  foreign key (tenant_id, import_id) references import (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
comment on table import_unit is 'the business units that an import made';
select app.guard_tenant_table('import_unit', 'select, insert');

-- Who did what with an import, and when.
create table import_act (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  import_id uuid not null,
  act text not null check (act in ('STARTED', 'PAUSED', 'RESUMED', 'CANCELLED', 'UNDONE')),
  done_at timestamptz(3) not null,
  done_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
create index import_act_by_time on import_act (tenant_id, import_id, done_at, id);
select app.guard_tenant_table('import_act', 'select, insert');

-- Why a row was superseded, as stage records tell already.
alter table initiative_revision add column superseded_reason text check (length(superseded_reason) <= 2000);
alter table initiative_assignment add column superseded_reason text check (length(superseded_reason) <= 2000);
alter table stage_plan add column superseded_reason text check (length(superseded_reason) <= 2000);
alter table register_statement add column superseded_reason text check (length(superseded_reason) <= 2000);
grant update (superseded_reason) on initiative_revision, initiative_assignment, stage_plan, register_statement to pilotage_app;

create index initiative_revision_of_import on initiative_revision (tenant_id, import_id, initiative_id) where superseded_at is null;
create index initiative_assignment_of_import on initiative_assignment (tenant_id, import_id, initiative_id) where superseded_at is null;
create index stage_event_of_import on stage_event (tenant_id, import_id, initiative_id) where superseded_at is null;
create index stage_observation_of_import on stage_observation (tenant_id, import_id, initiative_id) where superseded_at is null;
create index stage_plan_of_import on stage_plan (tenant_id, import_id, initiative_id) where superseded_at is null;
