-- What is marked, as plain text without its marks.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.marked_text(marked text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select translate(marked, chr(3) || chr(4) || chr(1) || chr(2), '<>')
$$;
