-- Which rows of a file have their identity in common, found once instead of for each batch of rows. A worker of the release before lacks the index that it looked them up by.

create table import_kin (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  row_number int not null,
  identity text not null check (length(identity) = 64),
  -- Another row with this identity has other cells.
  is_shared boolean not null,
  -- An earlier row has the same cells.
  is_repeated boolean not null,
  primary key (tenant_id, import_id, row_number),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
comment on table import_kin is 'the rows of a file whose identity other rows have, too; made anew by each check';
create index import_kin_shared on import_kin (tenant_id, import_id, identity) where is_shared;
select app.guard_tenant_table('import_kin', 'select, insert, delete');

-- Of the files that were identified before. Forced policies bind the owner, too.
do $$
declare
  one uuid;
begin
  for one in select id from tenant loop
    perform set_config('app.tenant_id', one::text, true);
    insert into import_kin (tenant_id, import_id, row_number, identity, is_shared, is_repeated)
    select * from (
      select tenant_id, import_id, row_number, identity, min(digest) over kin <> max(digest) over kin as is_shared,
             row_number() over (partition by tenant_id, import_id, identity, digest order by row_number) > 1 as is_repeated
        from import_row
       where tenant_id = one and identity is not null
      window kin as (partition by tenant_id, import_id, identity)) found
     where is_shared or is_repeated;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;

drop index import_row_identity;
