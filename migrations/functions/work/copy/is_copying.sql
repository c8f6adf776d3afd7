-- Whether a copy is being made, which may name what is gone as the original does.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_copying() returns boolean
language sql stable set search_path = '' as $$ select coalesce(current_setting('work.copying', true), '') = 'on' $$;
