-- The newest deployment to an environment that succeeded; null where none did.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.last_success(environment_id uuid) returns ops.deployments
language sql stable set search_path = '' as $$
  select d from ops.deployments d
  where d.environment_id = last_success.environment_id and d.status = 'SUCCEEDED'
  order by d.finished_at desc, d.created_at desc, d.id desc limit 1
$$;
