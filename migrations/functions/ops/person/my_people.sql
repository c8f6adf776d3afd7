-- The people that are shown to who asks: oneself, and with whom one shares a space or a project; to a service everybody.
-- SECURITY DEFINER: of auth.users nobody reads more than this.
-- Executed by: sync-odoo-agent, user, service
-- Raises: nothing
create or replace function ops.my_people()
returns table (id uuid, name text, email text, avatar_url text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
  asker uuid := work.user_id();
  emails text[] := (select r.shown_to from ops.people_rules r where r.field = 'email');
begin
  if not ops.has_users() then
    return;
  elsif ops.sees_everybody() then
    return query
    select u.id, ops.shown_name(u.metadata), case when 'service' = any (emails) then u.email end, ops.shown_avatar(u.metadata)
    from (select null::text as email, null::jsonb as raw_user_meta_data) absent
    -- A column that auth.users lacks is the one of `absent`.
    cross join lateral (select users.id, email::text as email, raw_user_meta_data as metadata from auth.users) u;
    return;
  elsif asker is null then
    return;
  end if;
  return query
  with related as (
    select r.user_id, array_agg(distinct r.relation) as relations
    from (
      select theirs.user_id, unnest(case when mine.role = 'admin' then '{space-admins,members}' else '{members}' end::text[])
      from work.permissions mine join work.permissions theirs using (space_id)
      where mine.user_id = asker and theirs.user_id <> asker
      union all
      select theirs.user_id, 'members' from ops.project_members mine join ops.project_members theirs using (project_id)
      where mine.user_id = asker and theirs.user_id <> asker
      union all
      select asker, 'self'
    ) r (user_id, relation)
    group by r.user_id
  )
  select r.user_id, ops.shown_name(u.metadata), case when r.relations && emails then u.email end, ops.shown_avatar(u.metadata)
  from related r
  cross join (select null::text as email, null::jsonb as raw_user_meta_data) absent
  cross join lateral (
    select email::text as email, raw_user_meta_data as metadata from auth.users where users.id = r.user_id
  ) u;
end
$$;
