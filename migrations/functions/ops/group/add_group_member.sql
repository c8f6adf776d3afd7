-- Puts a user into a group of the doctrine. Who is in it already stays, and nothing is noted.
-- Executed by: operation
-- Raises: TP400, TP403, TP404
create or replace function ops.add_group_member(group_name text, user_id uuid) returns ops.group_members
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  member ops.group_members;
begin
  perform ops.check_group(add_group_member.group_name, add_group_member.user_id);
  insert into ops.group_members as m (group_name, user_id)
  values (add_group_member.group_name, add_group_member.user_id)
  on conflict (user_id, group_name) do update set added_at = clock_timestamp(), removed_at = null
    where m.removed_at is not null
  returning m.* into member;
  if found then
    insert into ops.group_events (group_name, user_id, change, changed_by)
    values (add_group_member.group_name, add_group_member.user_id, 'ADDED', ops.caller());
    return member;
  end if;
  select m.* into member from ops.group_members m
  where m.group_name = add_group_member.group_name and m.user_id = add_group_member.user_id;
  return member;
end
$$;
