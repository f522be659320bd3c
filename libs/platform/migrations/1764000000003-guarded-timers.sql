-- Timers of other tenants are out of reach, as their outbox rows are; a backup may read both. Running workers survive it.

alter table timer enable row level security;
alter table timer force row level security;
create policy tenant_only on timer to pilotage_app, pilotage_eraser
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy relay_all on timer to pilotage_relay using (true) with check (true);
-- Only erasure deletes a tenant's.
revoke delete on timer from pilotage_app;

create policy eraser_reads on outbox for select to pilotage_eraser using (true);
grant select on outbox, timer to pilotage_backup;
