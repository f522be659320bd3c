-- Names are compared without what stands in square brackets, as without what stands in round ones. Rewrites the cache that lists read; running workers survive it.

create or replace function app.name_key(name text) returns text
  language sql immutable parallel safe
  return left(coalesce(
    nullif(regexp_replace(
      btrim(regexp_replace(
        regexp_replace(lower(normalize(name, nfkc) collate "und-x-icu"), '\([^()]*\)|\[[^][]*\]', ' ', 'g'),
        '[^[:alnum:]]+', ' ', 'g')),
      '^(the|an|a) ', ''), ''),
    lower(normalize(name, nfkc) collate "und-x-icu")), 300);

-- A stored column is not computed anew when its function changes.
alter table initiative_current drop column name_key;
alter table initiative_current add column name_key text generated always as (app.name_key(name)) stored;
create index initiative_current_by_name_key on initiative_current (tenant_id, name_key);
alter table import_match drop column name_key;
alter table import_match add column name_key text generated always as (app.name_key(name)) stored check (length(name_key) <= 300);
