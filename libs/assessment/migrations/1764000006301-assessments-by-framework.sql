-- A subject has one live assessment a day of each framework, and imports may write them. Running workers survive it.

alter table assessment add column import_id uuid;
alter table assessment add foreign key (tenant_id, import_id) references import (tenant_id, id);
comment on column assessment.import_id is 'the import whose rows it was made of; null when somebody submitted it';

drop index assessment_one_per_day;
create unique index assessment_one_per_day on assessment (tenant_id, subject_id, framework_id, as_of_on)
  where superseded_at is null;
-- "As known at" reads look at superseded rows too.
drop index assessment_of_subject;
create index assessment_of_subject on assessment (tenant_id, subject_id, framework_id, as_of_on desc, recorded_at desc);
create index assessment_of_import on assessment (tenant_id, import_id) where import_id is not null;
