-- Outbox, timers and idempotency keys. Additive: running workers survive it.

-- One row is one piece of work and its receipt. Global and content-free (payloads hold ids only);
-- the application sees its own tenant's rows, the relay sees all.
create table outbox (
  id uuid primary key,
  tenant_id uuid references tenant (id) on delete cascade,
  kind text not null check (kind in ('JOB', 'EVENT')),
  name text not null check (length(name) <= 100),
  queue text not null check (length(queue) <= 50),
  payload jsonb not null check (pg_column_size(payload) <= 8192),
  identity text check (length(identity) <= 300),
  state text not null default 'PENDING' check (state in ('PENDING', 'ADMITTED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done_steps int not null default 0,
  total_steps int not null default 0,
  attempts int not null default 0,
  admission int not null default 0,
  not_before timestamptz(3),
  lease_until timestamptz(3),
  error text check (length(error) <= 2000),
  requested_by uuid,
  created_at timestamptz(3) not null default now(),
  finished_at timestamptz(3)
);
comment on table outbox is 'global: jobs and events with their receipts';
-- Pending work of one identity coalesces; tenantless work has the null uuid's place.
create unique index outbox_one_pending on outbox
  (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), name, identity) where state = 'PENDING' and identity is not null;
create index outbox_admissible on outbox (tenant_id, created_at) where state = 'PENDING';
create index outbox_in_flight on outbox (tenant_id, lease_until) where state in ('ADMITTED', 'RUNNING');
create index outbox_finished on outbox (finished_at) where state in ('DONE', 'CANCELLED');

alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant_only on outbox to pilotage_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy relay_all on outbox to pilotage_relay using (true) with check (true);
create policy operator_reads on outbox for select to pilotage_operator using (true);
create policy eraser_all on outbox for delete to pilotage_eraser using (true);
grant select, insert, update on outbox to pilotage_app;
grant select, insert, update, delete on outbox to pilotage_relay;
grant select (id, tenant_id, state, created_at, not_before) on outbox to pilotage_operator;
grant select, delete on outbox to pilotage_eraser;

-- Recurring work: one row each; a missed run happens once, late.
create table timer (
  id uuid primary key,
  tenant_id uuid references tenant (id) on delete cascade,
  name text not null check (length(name) <= 100),
  payload jsonb not null default '{}',
  schedule text not null check (length(schedule) <= 100),
  time_zone text not null check (length(time_zone) <= 64),
  next_at timestamptz(3) not null,
  last_at timestamptz(3)
);
comment on table timer is 'global: recurring work';
create unique index timer_one_per_name on timer (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), name);
create index timer_due on timer (next_at);
grant select, insert, update, delete on timer to pilotage_relay;
grant select, insert, update, delete on timer to pilotage_app;
grant select, delete on timer to pilotage_eraser;

-- A repeated request with the same key finds what the first one made.
create table idempotency_key (
  tenant_id uuid not null references tenant (id),
  actor_id uuid not null,
  mutation text not null check (length(mutation) <= 100),
  key text not null check (length(key) between 8 and 100),
  input_hash text not null check (length(input_hash) = 64),
  result_id uuid,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, actor_id, mutation, key)
);
create index idempotency_key_age on idempotency_key (tenant_id, created_at);
select app.guard_tenant_table('idempotency_key');
