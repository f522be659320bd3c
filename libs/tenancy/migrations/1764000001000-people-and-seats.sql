-- People, their seats, who may enter which tenant, and one-time links. Additive: running workers survive it.

-- Somebody who may own, sponsor or record something, with or without a seat. History names people by id, so that
-- erasure can blank the name here and nowhere else.
create table person (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null check (length(name) <= 200),
  -- The name folded by the application (no case, no accents): lower() depends on the server's locale.
  sort_name text not null check (length(sort_name) <= 400),
  email text check (length(email) between 3 and 254 and email = lower(email)),
  created_at timestamptz(3) not null default now(),
  erased_at timestamptz(3),
  primary key (tenant_id, id),
  constraint person_has_name check (length(name) > 0 or erased_at is not null)
);
create unique index person_one_per_email on person (tenant_id, email) where email is not null;
create index person_by_name on person (tenant_id, sort_name, id);
select app.guard_tenant_table('person', 'select, insert, update');

-- A seat. Its role is read on every request, so a change counts at once.
create table member (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  user_id text check (length(user_id) <= 64),
  role text not null check (role in ('ADMIN', 'PORTFOLIO_MANAGER', 'CONTRIBUTOR', 'EXECUTIVE', 'AUDITOR')),
  status text not null check (status in ('INVITED', 'ACTIVE', 'REMOVED')),
  -- Those invited by one request share it: a repeated request finds them.
  batch_id uuid,
  invited_at timestamptz(3) not null default now(),
  accepted_at timestamptz(3),
  removed_at timestamptz(3),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  constraint member_active_has_user check (status <> 'ACTIVE' or user_id is not null)
);
create unique index member_one_seat on member (tenant_id, person_id) where status <> 'REMOVED';
create unique index member_one_user on member (tenant_id, user_id) where status = 'ACTIVE';
create index member_of_person on member (tenant_id, person_id);
create index member_of_batch on member (tenant_id, batch_id);
select app.guard_tenant_table('member', 'select, insert, update');

-- Which tenants a signed-in user may enter; says nothing of what is in them.
create table membership (
  tenant_id uuid not null references tenant (id),
  user_id text not null check (length(user_id) <= 64),
  member_id uuid not null,
  is_active boolean not null,
  primary key (tenant_id, user_id)
);
comment on table membership is 'global: which user has a seat where';
create index membership_of_user on membership (user_id);
grant select, insert, update on membership to pilotage_app;
grant select on membership to pilotage_operator, pilotage_backup;
grant select, delete on membership to pilotage_eraser;

-- Runs the installation; a flag beside tenants, which opens none of them.
create table operator_account (
  user_id text primary key check (length(user_id) <= 64),
  created_at timestamptz(3) not null default now()
);
comment on table operator_account is 'global: who runs the installation';
grant select on operator_account to pilotage_app, pilotage_backup;
grant select, insert on operator_account to pilotage_operator;

-- One-time links. Only the hash is stored: who reads the table cannot use them.
create table link_token (
  token_hash text primary key check (length(token_hash) = 64),
  kind text not null check (kind in ('INVITATION', 'OPERATOR_SETUP')),
  tenant_id uuid references tenant (id),
  subject_id uuid,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  constraint link_token_invitation_has_seat check ((kind = 'INVITATION') = (tenant_id is not null and subject_id is not null))
);
comment on table link_token is 'global: one-time links by hash';
create index link_token_of_subject on link_token (tenant_id, subject_id);
grant select, insert, update (used_at), delete on link_token to pilotage_app, pilotage_operator;
grant select, delete on link_token to pilotage_eraser;
grant select on link_token to pilotage_backup;

-- What an operator asked for, so that a repeated request finds what the first one made.
create table operator_request (
  user_id text not null check (length(user_id) <= 64),
  mutation text not null check (length(mutation) <= 100),
  key text not null check (length(key) between 8 and 100),
  input_hash text not null check (length(input_hash) = 64),
  result_id uuid not null,
  created_at timestamptz(3) not null default now(),
  primary key (user_id, mutation, key)
);
comment on table operator_request is 'global: idempotency keys of operators';
grant select, insert, delete on operator_request to pilotage_operator;
grant select on operator_request to pilotage_backup;
