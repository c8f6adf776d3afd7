-- The approval by which a build may go to an environment: the latest decision counts, so that a later REJECTED takes back.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.find_approval(build_id uuid, environment_id uuid) returns uuid
language sql stable set search_path = '' as $$
  select case when a.status = 'APPROVED' then a.id end
  from ops.approvals a
  where a.build_id = find_approval.build_id
    and a.environment_id = find_approval.environment_id and a.status <> 'PENDING'
  order by a.decided_at desc, a.id desc
  limit 1
$$;
