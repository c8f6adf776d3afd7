-- Gives a user a role in a project; without a role the membership ends, and the answer is empty.
-- Executed by: operation
-- Raises: TP400, TP404
create or replace function ops.set_project_member(project_id uuid, user_id uuid, role text default null)
returns setof ops.project_members language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  wanted uuid;
begin
  if not exists (
    select from ops.projects p
    where p.id = set_project_member.project_id and p.tenant_id = coalesce(ops.tenant(), p.tenant_id)
  ) then
    perform ops.refuse('TP404', format('There is no project %s', set_project_member.project_id));
  end if;
  if set_project_member.user_id is null then
    perform ops.refuse('TP400', '"userId" is missing');
  end if;
  if set_project_member.role is null then
    delete from ops.project_members m
    where m.project_id = set_project_member.project_id and m.user_id = set_project_member.user_id;
    return;
  end if;
  select r.id into wanted from ops.roles r where r.name = set_project_member.role;
  if wanted is null then
    perform ops.refuse('TP404', format('There is no role %s: the roles are %s', set_project_member.role,
      (select string_agg(r.name, ', ' order by r.name) from ops.roles r)));
  end if;
  return query
    insert into ops.project_members as m (project_id, user_id, role_id)
    values (set_project_member.project_id, set_project_member.user_id, wanted)
    on conflict (project_id, user_id) do update set role_id = excluded.role_id
    returning m.*;
end
$$;
