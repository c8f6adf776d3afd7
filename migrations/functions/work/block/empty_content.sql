-- The content of a block for which none was given: an empty text, an empty table.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.empty_content(type text) returns jsonb
language sql immutable set search_path = '' as $$
  select case when type = 'TO_DO' then '{"text": "", "checked": false}'::jsonb
    when work.holds_text(type) then '{"text": ""}' when type = 'TABLE' then '{"rows": []}' else '{}' end
$$;
