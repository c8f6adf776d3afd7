-- The query of one lexeme, whatever characters it has.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.lexeme_query(lexeme text) returns tsquery
language sql immutable parallel safe set search_path = '' as $$
  select ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery
$$;
