-- What the relay reads at every tick costs the same however much waits. Additive: running workers survive it.

-- Work without a tenant has the null uuid's place, since "is not distinct from" can use no index.
drop index outbox_admissible;
create index outbox_admissible on outbox
  (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), queue, coalesce(not_before, created_at))
  where state = 'PENDING' and kind = 'JOB';
create index outbox_events on outbox (created_at) where state = 'PENDING' and kind = 'EVENT';
drop index outbox_in_flight;
create index outbox_in_flight on outbox (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), queue)
  where state in ('ADMITTED', 'RUNNING');
