-- Raises TP409 where another deployment is at work in the environment: neither of two at once would know what it leaves. Who
-- asks at the same moment waits for the first one's transaction.
-- Executed by: nobody
-- Raises: TP409
create or replace function ops.check_alone(deployment_id uuid, environment_id uuid) returns void
language plpgsql set search_path = '' as $$
declare
  at_work ops.deployments;
  name text := (select e.name from ops.environments e where e.id = check_alone.environment_id);
begin
  perform pg_advisory_xact_lock(hashtextextended(check_alone.environment_id::text, 10));
  select * into at_work from ops.deployments d
  where d.environment_id = check_alone.environment_id and d.status = 'RUNNING' and d.id <> check_alone.deployment_id limit 1;
  if at_work.id is not null then
    raise exception 'Deployment % is RUNNING in %: wait for its end; one that was left behind ends by tripoint deploy check', at_work.id, name
      using errcode = 'TP409', detail = jsonb_build_object(
        'status', at_work.status, 'deploymentId', at_work.id, 'environment', name, 'startedAt', at_work.started_at
      )::text;
  end if;
end
$$;
