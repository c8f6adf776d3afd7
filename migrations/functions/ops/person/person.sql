-- One person by the uuid, where it is shown to who asks; nobody for any other text. SECURITY DEFINER, as ops.my_people, of
-- which it answers the one row: for records that name a person each.
-- Executed by: sync-odoo-agent, user, service
-- Raises: nothing
create or replace function ops.person(given text) returns setof ops.people
language plpgsql stable strict security definer rows 1 set search_path = '' as $$
#variable_conflict use_column
declare
  person_id uuid;
  relation text;
begin
  if given !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or not ops.has_users() then
    return;
  end if;
  person_id := given::uuid;
  relation := ops.relation_to(person_id);
  if relation is null then
    return;
  end if;
  return query
  select person_id, shown.name, case when ops.sees_email(relation) then u.email end,
    ops.shown_avatar(u.metadata), ops.searched_name(shown.name)
  from (select null::text as email, null::jsonb as raw_user_meta_data) absent
  cross join lateral (
    select email::text as email, raw_user_meta_data as metadata from auth.users where users.id = person_id
  ) u
  cross join lateral (select ops.shown_name(u.metadata) as name) shown;
end
$$;
