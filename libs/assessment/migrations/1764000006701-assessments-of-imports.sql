-- What an import made, in the order in which it is taken back. Additive: running workers survive it.

create index assessment_live_of_import on assessment (tenant_id, import_id, subject_id, as_of_on)
  where import_id is not null and superseded_at is null;
drop index assessment_of_import;
