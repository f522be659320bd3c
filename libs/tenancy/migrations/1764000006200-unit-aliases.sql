-- What files call a unit beside its name: DOS is State. Additive: running workers survive it.

create table unit_alias (
  tenant_id uuid not null references tenant (id),
  -- In lower case, as names of units are compared.
  alias_key text not null check (length(alias_key) between 1 and 400),
  alias text not null check (length(alias) between 1 and 200),
  unit_id uuid not null,
  created_at timestamptz(3) not null,
  created_by uuid,
  primary key (tenant_id, alias_key),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index unit_alias_of_unit on unit_alias (tenant_id, unit_id);
select app.guard_tenant_table('unit_alias', 'select, insert, delete');
