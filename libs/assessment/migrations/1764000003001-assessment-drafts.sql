-- Drafts of assessments: edited in place, no history. New tables only: running workers survive it.

-- A draft keeps its id when it is submitted: the assessment has the same.
create table assessment_draft (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  subject_kind text not null check (subject_kind in ('TENANT', 'UNIT', 'INITIATIVE')),
  subject_id uuid not null,
  framework_id text not null check (length(framework_id) between 1 and 60),
  framework_version int not null check (framework_version > 0),
  as_of_on date not null check (as_of_on >= date '1970-01-01'),
  corrects_id uuid,
  revision int not null default 1 check (revision > 0),
  created_by uuid,
  created_at timestamptz(3) not null default now(),
  updated_by uuid,
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, corrects_id) references assessment (tenant_id, id),
  check (subject_kind <> 'TENANT' or subject_id = tenant_id)
);
select app.guard_tenant_table('assessment_draft');
-- Two people who start the same round work in one draft.
create unique index assessment_draft_one_per_subject on assessment_draft (tenant_id, subject_id);

-- Answers given or carried forward. What an initiative inherits is looked up, not stored, until it is submitted.
create table draft_answer (
  tenant_id uuid not null references tenant (id),
  draft_id uuid not null,
  question_key text not null check (length(question_key) between 1 and 10),
  answer text check (answer in ('YES', 'PARTIAL', 'NO', 'NOT_APPLICABLE')),
  note text check (length(note) <= 4000),
  action_required text check (length(action_required) <= 2000),
  evidence text check (length(evidence) <= 2000),
  is_touched boolean not null,
  revision int not null check (revision >= 0),
  updated_by uuid,
  updated_at timestamptz(3) not null default now(),
  primary key (tenant_id, draft_id, question_key),
  foreign key (tenant_id, draft_id) references assessment_draft (tenant_id, id) on delete cascade
);
select app.guard_tenant_table('draft_answer');
