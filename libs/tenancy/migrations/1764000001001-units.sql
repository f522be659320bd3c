-- Business units as a tree with history, and the units a contributor is restricted to. Additive: running workers survive it.

create table unit (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id)
);
select app.guard_tenant_table('unit', 'select, insert');

-- Name, place and state of a unit from a day on; a re-organisation leaves past quarters as they were.
create table unit_revision (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  fact_id uuid not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  superseded_at timestamptz(3),
  superseded_by uuid,
  unit_id uuid not null,
  effective_on date not null,
  name text not null check (length(name) between 1 and 200),
  parent_id uuid,
  is_closed boolean not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, parent_id) references unit (tenant_id, id),
  constraint unit_revision_own_parent check (parent_id <> unit_id)
);
select app.guard_history_table('unit_revision');
create unique index unit_revision_one_per_day on unit_revision (tenant_id, unit_id, effective_on) where superseded_at is null;

create table member_unit (
  tenant_id uuid not null references tenant (id),
  member_id uuid not null,
  unit_id uuid not null,
  primary key (tenant_id, member_id, unit_id),
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
select app.guard_tenant_table('member_unit', 'select, insert, delete');
