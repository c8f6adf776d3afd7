-- The people that are shown to who asks: oneself, and with whom one shares a space or a project; to a service everybody. Those
-- among the given ones, or all where null is given. SECURITY DEFINER: of auth.users nobody reads more than this.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.shown_people(among uuid[])
returns table (id uuid, name text, email text, avatar_url text)
language plpgsql stable security definer set search_path = '' set jit = off as $$
#variable_conflict use_column
declare
  asker uuid := work.user_id();
  emails text[] := (select r.shown_to from ops.people_rules r where r.field = 'email');
begin
  if not ops.has_users() then
    return;
  elsif ops.sees_everybody() and among is null then
    return query
    select u.id, ops.shown_name(u.metadata), case when 'service' = any (emails) then u.email end, ops.shown_avatar(u.metadata)
    from (select null::text as email, null::jsonb as raw_user_meta_data) absent
    -- A column that auth.users lacks is the one of `absent`.
    cross join lateral (select users.id, email::text as email, raw_user_meta_data as metadata from auth.users) u;
    return;
  elsif asker is null and not ops.sees_everybody() then
    return;
  end if;
  return query
  with related as (
    select asked.id as user_id, '{service}'::text[] as relations from unnest(among) asked (id) where ops.sees_everybody()
    union all
    select r.user_id, r.relations from ops.relations_of(asker, among) r where not ops.sees_everybody()
  )
  select r.user_id, ops.shown_name(u.metadata), case when r.relations && emails then u.email end, ops.shown_avatar(u.metadata)
  from related r
  cross join (select null::text as email, null::jsonb as raw_user_meta_data) absent
  cross join lateral (
    select email::text as email, raw_user_meta_data as metadata from auth.users where users.id = r.user_id offset 0
  ) u;
end
$$;
