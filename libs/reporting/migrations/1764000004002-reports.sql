-- Stored reports. Additive: running workers survive it.

-- Asked for with what it is of, later given its result once; from then on nothing changes it. How far it is in between
-- says its receipt in the outbox.
create table report (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('TREND', 'TIME_TO_PRODUCTION', 'EXECUTIVE_QUARTER')),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  quarter jsonb not null check (jsonb_typeof(quarter) = 'object'),
  filter jsonb not null check (jsonb_typeof(filter) = 'object'),
  known_at timestamptz(3) not null,
  receipt_id uuid not null,
  requested_at timestamptz(3) not null,
  requested_by uuid,
  rerun_of uuid,
  finished_at timestamptz(3),
  result jsonb,
  result_digest text check (length(result_digest) = 64),
  manifest jsonb,
  primary key (tenant_id, id),
  foreign key (tenant_id, rerun_of) references report (tenant_id, id),
  check ((finished_at is null) = (result is null) and (result is null) = (result_digest is null)
         and (result is null) = (manifest is null))
);
comment on column report.quarter is 'the last quarter of the period as the calendar had it: {"label", "fiscalYear", "quarter", "from", "to"}';
create index report_newest on report (tenant_id, requested_at desc, id desc);
create index report_newest_of_kind on report (tenant_id, kind, requested_at desc, id desc);
create index report_reruns on report (tenant_id, rerun_of, requested_at desc);
select app.guard_tenant_table('report', 'select, insert, update (finished_at, result, result_digest, manifest)');

create function app.refuse_report_edit() returns trigger
  language plpgsql as $$
begin
  if old.finished_at is not null then
    raise exception 'report % is stored and no longer changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger refuse_report_edit before update on report for each row execute function app.refuse_report_edit();
