-- Whether columns of a type have choices.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.takes_choices(type text) returns boolean
language sql immutable set search_path = '' as $$ select type in ('SELECT', 'MULTI_SELECT', 'STATUS') $$;
