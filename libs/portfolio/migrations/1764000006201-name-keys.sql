-- Names as they are compared when a file is matched with what is known. Rewrites the cache that lists read; running workers survive it.

-- Case, spacing, punctuation, Unicode form, what stands in brackets and a leading article aside; the name itself where
-- nothing else is left. Cut, so that any name fits an index.
create function app.name_key(name text) returns text
  language sql immutable parallel safe
  return left(coalesce(
    nullif(regexp_replace(
      btrim(regexp_replace(
        regexp_replace(lower(normalize(name, nfkc) collate "und-x-icu"), '\([^()]*\)', ' ', 'g'),
        '[^[:alnum:]]+', ' ', 'g')),
      '^(the|an|a) ', ''), ''),
    lower(normalize(name, nfkc) collate "und-x-icu")), 300);

alter table initiative_current add column name_key text generated always as (app.name_key(name)) stored;
create index initiative_current_by_name_key on initiative_current (tenant_id, name_key);
create index initiative_current_by_external_id on initiative_current (tenant_id, external_id) where external_id is not null;
