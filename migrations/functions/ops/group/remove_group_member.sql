-- Takes a user out of a group, whether the ledger put the user there or a token says so: tokens that were made before this
-- name the group in vain. Said again, it ends the tokens that were made meanwhile.
-- Executed by: operation
-- Raises: TP400, TP403, TP404
create or replace function ops.remove_group_member(group_name text, user_id uuid) returns ops.group_members
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  member ops.group_members;
  instant timestamptz := clock_timestamp();
begin
  perform ops.check_group(remove_group_member.group_name, remove_group_member.user_id);
  insert into ops.group_members as m (group_name, user_id, added_at, removed_at)
  values (remove_group_member.group_name, remove_group_member.user_id, instant, instant)
  on conflict (user_id, group_name) do update set removed_at = excluded.removed_at
  returning m.* into member;
  insert into ops.group_events (group_name, user_id, change, changed_by)
  values (remove_group_member.group_name, remove_group_member.user_id, 'REMOVED', ops.caller());
  return member;
end
$$;
