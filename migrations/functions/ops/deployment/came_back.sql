-- Whether the commit of a build was built from production before main had it: nothing leads from production back to main.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.came_back(build ops.builds) returns boolean
language sql stable set search_path = '' as $$
  select coalesce((
    select ops.branch_environment(b.branch) = 'PRODUCTION'
    from ops.builds b
    where b.project_id = build.project_id and b.git_sha = build.git_sha
      and ops.branch_environment(b.branch) in ('STAGING', 'PRODUCTION')
    order by b.created_at, b.id limit 1), false)
$$;
