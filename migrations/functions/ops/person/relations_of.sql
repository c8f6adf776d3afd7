-- What people are to a user: self, space-admins, members, as the doctrine has them. Those among the given ones; where null is
-- given, all with whom the user shares a space or a project. By indexes alone (offset 0), and never compiled: Postgres cannot guess
-- how many there are, and so read and hashed whole tables for a few rows.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.relations_of(asker uuid, among uuid[])
returns table (user_id uuid, relations text[])
language plpgsql stable security definer set search_path = '' set jit = off as $$
#variable_conflict use_column
declare
  tenant text := ops.tenant();
begin
  if among is null then
    return query
    select r.user_id, array_agg(distinct r.relation)
    from (
      select theirs.user_id, unnest(case when mine.role = 'admin' then '{space-admins,members}' else '{members}' end::text[])
      from work.permissions mine
      cross join lateral (select p.user_id from work.permissions p where p.space_id = mine.space_id offset 0) theirs
      where mine.user_id = asker and theirs.user_id <> asker
      union all
      select theirs.user_id, 'members'
      from ops.project_members mine
      cross join lateral (select m.user_id from ops.project_members m where m.project_id = mine.project_id offset 0) theirs
      where mine.user_id = asker and theirs.user_id <> asker and mine.tenant_id = coalesce(tenant, mine.tenant_id)
      union all
      select asker, 'self'
    ) r (user_id, relation)
    group by r.user_id;
    return;
  end if;
  return query
  select r.user_id, array_agg(distinct r.relation)
  from (
    select asked.id, unnest(case when shared.role = 'admin' then '{space-admins,members}' else '{members}' end::text[])
    from unnest(among) asked (id)
    cross join lateral (
      select mine.role from work.permissions theirs
      join work.permissions mine on mine.space_id = theirs.space_id and mine.user_id = asker
      where theirs.user_id = asked.id offset 0
    ) shared
    where asked.id <> asker
    union all
    select asked.id, 'members'
    from unnest(among) asked (id)
    cross join lateral (
      select from ops.project_members theirs
      join ops.project_members mine on mine.project_id = theirs.project_id and mine.user_id = asker
        and mine.tenant_id = coalesce(tenant, mine.tenant_id)
      where theirs.user_id = asked.id offset 0
    ) shared
    where asked.id <> asker
    union all
    select asker, 'self' where asker = any (among)
  ) r (user_id, relation)
  group by r.user_id;
end
$$;
