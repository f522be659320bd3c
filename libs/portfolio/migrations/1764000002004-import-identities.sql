-- Which imported row became which initiative, and what it said last. Additive: running workers survive it.

create table import_identity (
  tenant_id uuid not null references tenant (id),
  -- SHA-256 over the headers of the identity columns: files that identify rows alike share one scheme.
  scheme text not null check (length(scheme) = 64),
  identity text not null check (length(identity) = 64),
  initiative_id uuid not null,
  import_id uuid not null,
  -- What the last import wanted to be true. The next one applies the difference to this, so that
  -- corrections made by people in between stay, and the same file again changes nothing.
  planned jsonb not null,
  planned_digest text not null check (length(planned_digest) = 64),
  primary key (tenant_id, scheme, identity),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
create index import_identity_of_initiative on import_identity (tenant_id, initiative_id);
select app.guard_tenant_table('import_identity');

alter table import_row add foreign key (tenant_id, initiative_id) references initiative (tenant_id, id);
