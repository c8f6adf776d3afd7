-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

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
revoke all on function ops.add_group_member from public;
grant execute on function ops.add_group_member to service_role;
comment on function ops.add_group_member is 'Puts a user into a group of the doctrine. Who is in it already stays, and nothing is noted.';

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
revoke all on function ops.check_group from public;
comment on function ops.check_group is 'Refuses a group that the doctrine does not have, and a user that is not named.';

create or replace function ops.claimed_groups(claims jsonb) returns setof text
language sql immutable set search_path = '' as $$
  select jsonb_array_elements_text(c.given)
  from (select claims #> '{app_metadata,groups}' as given) c
  where claims ->> 'role' = 'authenticated' and jsonb_typeof(c.given) = 'array'
    and not jsonb_path_exists(c.given, '$[*] ? (@.type() != "string")')
$$;
revoke all on function ops.claimed_groups from public;
comment on function ops.claimed_groups is 'The groups that a user''s own token names, `app_metadata.groups`, as it was issued; none where that is no list of names,
and none in the token of anybody else. Whether there are such groups is not asked here.';

create or replace function ops.groups_of(user_id uuid, claims jsonb) returns text[]
language sql stable set search_path = '' as $$
  select coalesce(array_agg(g.name order by g.name), '{}')
  from ops.groups g
  left join ops.group_members m on m.group_name = g.name and m.user_id = groups_of.user_id
  where groups_of.user_id is not null and (
    (m.id is not null and m.removed_at is null)
    or (g.name in (select ops.claimed_groups(groups_of.claims)) and (m.id is null or m.removed_at < case
      when jsonb_typeof(groups_of.claims -> 'iat') = 'number' then to_timestamp((groups_of.claims ->> 'iat')::float8)
    end)))
$$;
revoke all on function ops.groups_of from public;
comment on function ops.groups_of is 'The groups that a user is in, by the ledger or by the claims of the user''s token. Removal from a group by the ledger also
takes it from every token that was made before.';

create or replace function ops.my_groups() returns text[]
language sql stable security definer set search_path = '' as
  $$ select ops.groups_of(work.user_id(), ops.claims()) $$;
revoke all on function ops.my_groups from public;
grant execute on function ops.my_groups to authenticated;
comment on function ops.my_groups is 'The groups that the user is in who asks. SECURITY DEFINER, so that nobody need see who else is in one.';

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
revoke all on function ops.remove_group_member from public;
grant execute on function ops.remove_group_member to service_role;
comment on function ops.remove_group_member is 'Takes a user out of a group, whether the ledger put the user there or a token says so: tokens that were made before this
name the group in vain. Said again, it ends the tokens that were made meanwhile.';

create or replace function ops.set_groups(names text[]) returns void
language plpgsql set search_path = '' as $$
begin
  delete from ops.groups g where g.name <> all (set_groups.names);
  insert into ops.groups (name) select unnest(set_groups.names) on conflict do nothing;
end
$$;
revoke all on function ops.set_groups from public;
comment on function ops.set_groups is 'Makes the groups exactly these, as the doctrine has them.';

create or replace function ops.standing(user_id uuid, claims jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('groups', ops.groups_of(standing.user_id, standing.claims))
$$;
revoke all on function ops.standing from public;
grant execute on function ops.standing to service_role;
comment on function ops.standing is 'What the ledger says of a user beside the token: the groups that the user is in.';
