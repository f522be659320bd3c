-- A history row may be told, once it is superseded, why. Additive: running workers survive it.

create or replace function app.refuse_history_edit() returns trigger
  language plpgsql as $$
declare
  mark constant text[] := array['superseded_at', 'superseded_by', 'superseded_reason'];
begin
  if old.superseded_at is not null then
    raise exception 'history row % of % is superseded already', old.id, tg_table_name using errcode = 'restrict_violation';
  end if;
  if new.superseded_at is null or new.superseded_at <= old.recorded_at then
    raise exception 'history row % of % may only be superseded, later than it was recorded', old.id, tg_table_name
      using errcode = 'restrict_violation';
  end if;
  if to_jsonb(new) - mark is distinct from to_jsonb(old) - mark then
    raise exception 'history row % of % may not be edited', old.id, tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
