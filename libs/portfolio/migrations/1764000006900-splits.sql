-- Which initiative another one was split off from. Additive: running workers survive it.

create table initiative_split (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  initiative_id uuid not null,
  origin_id uuid not null,
  seen_on date not null check (seen_on >= '1970-01-01'),
  source text not null check (source in ('USER', 'IMPORT', 'SAMPLE')),
  import_id uuid,
  fact_id uuid not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  superseded_at timestamptz(3),
  superseded_by uuid,
  superseded_reason text check (length(superseded_reason) <= 2000),
  primary key (tenant_id, id),
  check (origin_id <> initiative_id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, origin_id) references initiative (tenant_id, id),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
comment on column initiative_split.seen_on is 'by this day it was split off; on which day it was, nobody wrote down';
create unique index initiative_split_of_initiative on initiative_split (tenant_id, initiative_id) where superseded_at is null;
create index initiative_split_of_origin on initiative_split (tenant_id, origin_id);
create index initiative_split_of_import on initiative_split (tenant_id, import_id, initiative_id) where superseded_at is null;
select app.guard_history_table('initiative_split');
grant update (superseded_reason) on initiative_split to pilotage_app;

alter table import_decision add column split_from_id uuid,
  add constraint import_decision_split_from foreign key (tenant_id, split_from_id) references initiative (tenant_id, id),
  add constraint import_decision_split_is_new check (split_from_id is null or initiative_id is null);
