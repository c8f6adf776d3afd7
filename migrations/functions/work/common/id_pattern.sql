-- A uuid in a text, with its hyphens or without.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.id_pattern() returns text language sql immutable set search_path = '' as
  $$ select '(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}(?![0-9a-f])' $$;
