-- One person by the uuid, where it is shown to who asks; nobody for any other text. SECURITY DEFINER, as ops.shown_people, of
-- which it answers the one row: for records that name a person each.
-- Executed by: sync-odoo-agent, user, service
-- Raises: nothing
create or replace function ops.person(given text)
returns table (id uuid, name text, email text, avatar_url text)
language plpgsql stable strict security definer rows 1 set search_path = '' as $$
#variable_conflict use_column
declare
  relation text;
begin
  if given !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or not ops.has_users() then
    return;
  end if;
  relation := ops.relation_to(given::uuid);
  if relation is null then
    return;
  end if;
  return query
  select given::uuid, ops.shown_name(u.metadata), case when ops.sees_email(relation) then u.email end,
    ops.shown_avatar(u.metadata)
  from (select null::text as email, null::jsonb as raw_user_meta_data) absent
  -- A column that auth.users lacks is the one of `absent`.
  cross join lateral (
    select email::text as email, raw_user_meta_data as metadata from auth.users where users.id = given::uuid
  ) u;
end
$$;
