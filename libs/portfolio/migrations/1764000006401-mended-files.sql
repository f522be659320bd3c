-- Which import a file of mended rows came from. Additive: running workers survive it.

alter table import add column mends_import_id uuid,
  add constraint import_mends foreign key (tenant_id, mends_import_id) references import (tenant_id, id);
comment on column import.mends_import_id is 'the import whose findings file this is, mended';
