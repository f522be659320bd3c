-- The list of imports in its own order, which goes down in both columns. Additive: running workers survive it.

create index import_by_newest on import (tenant_id, created_at desc, id desc);
drop index import_newest;
