-- How much waits, runs and failed is counted without reading what is done. Additive: running workers survive it.

create index outbox_open on outbox (state) include (tenant_id, created_at, not_before)
  where state in ('PENDING', 'ADMITTED', 'RUNNING', 'FAILED');
