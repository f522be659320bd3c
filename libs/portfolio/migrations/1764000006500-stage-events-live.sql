-- Which initiatives have which stage dated, without reading the history of each. Additive: running workers survive it.

create index stage_event_live on stage_event (tenant_id, initiative_id, stage) where superseded_at is null;
