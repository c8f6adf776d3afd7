-- Whether somebody is a member of the project whose role may decide approvals.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.is_approver(project_id uuid, user_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from ops.project_members m join ops.roles r on r.id = m.role_id
    where m.project_id = is_approver.project_id and m.user_id = is_approver.user_id and r.may_approve)
$$;
