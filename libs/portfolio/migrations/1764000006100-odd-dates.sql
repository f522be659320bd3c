-- What a date that is written oddly can mean, beside its finding. Additive: running workers survive it.

alter table import_finding
  add column readings jsonb check (jsonb_typeof(readings) = 'array'),
  add column is_repaired boolean not null default false;
comment on column import_finding.readings is 'the ways to read the value as a date, with the choice of the mapping that means each';
