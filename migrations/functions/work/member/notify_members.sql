-- Wakes those who follow a space when somebody is no longer a member, by `space:` without a page: each looks whether it may
-- still.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.notify_members() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_notify('tripoint_work', old.space_id || ':');
  return null;
end
$$;
