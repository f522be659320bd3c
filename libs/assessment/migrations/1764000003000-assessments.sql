-- Submitted assessments (history) with their scores, gates and answers. New tables only: running workers survive it.

-- One round of answers of one subject as of one day. Scores are integers over score_den, so that SQL only adds.
create table assessment (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  fact_id uuid not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  superseded_at timestamptz(3),
  superseded_by uuid,
  subject_kind text not null check (subject_kind in ('TENANT', 'UNIT', 'INITIATIVE')),
  subject_id uuid not null,
  framework_id text not null check (length(framework_id) between 1 and 60),
  framework_version int not null check (framework_version > 0),
  as_of_on date not null check (as_of_on >= date '1970-01-01'),
  answered int not null,
  applicable int not null,
  score_den int not null check (score_den > 0),
  score_num int,
  lower_num int,
  upper_num int,
  primary key (tenant_id, id),
  check (subject_kind <> 'TENANT' or subject_id = tenant_id),
  check (answered between 0 and applicable),
  -- Bounds always stand once a question applies; the score lies between them.
  check ((applicable = 0) = (lower_num is null) and (applicable = 0) = (upper_num is null)),
  check (lower_num between 0 and upper_num and upper_num <= score_den),
  check (score_num between 0 and score_den)
);
select app.guard_history_table('assessment');
comment on column assessment.score_num is 'null until every applicable dimension has an answer';

-- A second round of the same day would leave open which one counts: it is entered as a correction.
create unique index assessment_one_per_day on assessment (tenant_id, subject_id, as_of_on)
  where superseded_at is null;
-- "As known at" reads look at superseded rows too.
create index assessment_of_subject on assessment (tenant_id, subject_id, as_of_on desc, recorded_at desc);

create table assessment_dimension (
  tenant_id uuid not null references tenant (id),
  assessment_id uuid not null,
  dimension_key text not null check (length(dimension_key) between 1 and 10),
  answered int not null,
  applicable int not null,
  den int not null check (den > 0),
  num int,
  lower_num int,
  upper_num int,
  primary key (tenant_id, assessment_id, dimension_key),
  foreign key (tenant_id, assessment_id) references assessment (tenant_id, id),
  check (answered between 0 and applicable),
  check ((answered = 0) = (num is null)),
  check ((applicable = 0) = (lower_num is null) and (applicable = 0) = (upper_num is null)),
  check (lower_num between 0 and upper_num and upper_num <= den),
  check (num between 0 and den)
);
select app.guard_tenant_table('assessment_dimension', 'select, insert');

-- For each stage how many of its applicable questions reach the least answer, and which do not.
create table assessment_gate (
  tenant_id uuid not null references tenant (id),
  assessment_id uuid not null,
  stage text not null check (stage in ('PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION', 'SCALED')),
  met int not null,
  of int not null,
  blocking jsonb not null check (jsonb_typeof(blocking) = 'array'),
  primary key (tenant_id, assessment_id, stage),
  foreign key (tenant_id, assessment_id) references assessment (tenant_id, id),
  check (met between 0 and of and jsonb_array_length(blocking) = of - met)
);
select app.guard_tenant_table('assessment_gate', 'select, insert');

-- One row per question of the framework version, answered or not.
create table assessment_answer (
  tenant_id uuid not null references tenant (id),
  assessment_id uuid not null,
  question_key text not null check (length(question_key) between 1 and 10),
  answer text check (answer in ('YES', 'PARTIAL', 'NO', 'NOT_APPLICABLE')),
  note text check (length(note) <= 4000),
  action_required text check (length(action_required) <= 2000),
  evidence text check (length(evidence) <= 2000),
  inherited_from uuid,
  is_confirmed boolean not null,
  primary key (tenant_id, assessment_id, question_key),
  foreign key (tenant_id, assessment_id) references assessment (tenant_id, id),
  foreign key (tenant_id, inherited_from) references assessment (tenant_id, id)
);
select app.guard_tenant_table('assessment_answer', 'select, insert');
comment on column assessment_answer.inherited_from is
  'the organisation''s or unit''s assessment the value was taken from; its note stays there';
