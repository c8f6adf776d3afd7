-- Whether a build may follow what ran in STAGING: the very build of main, or, built from production, one of the same commit
-- with the same lock files.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.ran_in_staging(build ops.builds) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from ops.deployments d
    join ops.environments e on e.id = d.environment_id
    join ops.builds b on b.id = d.build_id
    where d.project_id = build.project_id and e.name = 'STAGING' and d.status = 'SUCCEEDED'
      and (b.id = build.id or ops.branch_environment(build.branch) = 'PRODUCTION' and ops.branch_environment(b.branch) = 'STAGING'
        and (b.git_sha, b.lock_hashes) = (build.git_sha, build.lock_hashes)))
$$;
