-- Patterns that a searched name must all match: with each word of the text a word of the name begins.
-- Executed by: sync-odoo-agent, user, service
-- Raises: nothing
create or replace function ops.name_patterns(search text) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg('% ' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'), '{""}')
  from string_to_table(btrim(ops.searched_name(search)), ' ') word
  where word <> ''
$$;
