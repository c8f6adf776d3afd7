-- Whether auth.users tells of every name, so that tripoint.name_words has all of them.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.keeps_names() returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from pg_catalog.pg_trigger t
    where t.tgrelid = to_regclass('auth.users') and t.tgname = 'tripoint_note_name' and t.tgenabled <> 'D'
  )
$$;
