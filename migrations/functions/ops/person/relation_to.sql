-- What a person is to who asks: service, self, space-admins, members, as the doctrine has them; null for a stranger.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.relation_to(person uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  asker uuid := work.user_id();
  is_admin boolean;
begin
  if ops.sees_everybody() then
    return 'service';
  elsif asker is null then
    return null;
  elsif asker = person then
    return 'self';
  end if;
  select bool_or(mine.role = 'admin') into is_admin
  from work.permissions theirs
  join work.permissions mine on mine.space_id = theirs.space_id and mine.user_id = asker
  where theirs.user_id = person;
  if is_admin is not null then
    return case when is_admin then 'space-admins' else 'members' end;
  elsif exists (
    select from ops.project_members theirs
    join ops.project_members mine on mine.project_id = theirs.project_id and mine.user_id = asker
      and mine.tenant_id = coalesce(ops.tenant(), mine.tenant_id)
    where theirs.user_id = person
  ) then
    return 'members';
  end if;
  return null;
end
$$;
