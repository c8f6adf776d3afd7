-- The uuids that a content names, in whatever field.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.named_ids(content jsonb) returns setof uuid
language sql immutable set search_path = '' as
  $$ select m.found[1]::uuid from regexp_matches(content::text, work.id_pattern(), 'gi') m (found) $$;
