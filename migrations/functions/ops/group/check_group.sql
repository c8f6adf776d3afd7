-- Refuses a group that the doctrine does not have, and a user that is not named.
-- Executed by: nobody
-- Raises: TP400, TP404
create or replace function ops.check_group(group_name text, user_id uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
  perform ops.check_text('group', check_group.group_name);
  if check_group.user_id is null then
    perform ops.refuse('TP400', '"userId" is missing', '{"argument": "userId"}');
  elsif not exists (select from ops.groups g where g.name = check_group.group_name) then
    perform ops.refuse('TP404', format('There is no group %s: %s', check_group.group_name, coalesce(
      (select 'the groups are ' || string_agg(g.name, ', ' order by g.name) from ops.groups g), 'the doctrine has none')),
      '{"argument": "group"}');
  end if;
end
$$;
