-- Records a deployment of a build to an environment of its project, or, given deployment_id instead of these, moves the
-- status of one: PENDING → RUNNING → SUCCEEDED or FAILED, steps may be left out. The triggers above hold the rules.
-- Executed by: operation
-- Raises: TP400, TP403, TP404, TP422
create or replace function ops.record_deployment(
  build_id uuid default null, environment text default null, status text default null,
  deployment_id uuid default null, idempotency_key text default null
) returns ops.deployments language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  build ops.builds;
  environment_id uuid;
  deployment ops.deployments;
begin
  if record_deployment.status is null and record_deployment.deployment_id is not null
     or record_deployment.status not in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED') then
    perform ops.refuse('TP400', 'The status must be PENDING, RUNNING, SUCCEEDED or FAILED', '{"argument": "status"}');
  end if;
  if (record_deployment.deployment_id is null) = (record_deployment.build_id is null and record_deployment.environment is null) then
    perform ops.refuse('TP400', 'Give a build and an environment for a new deployment, or a deployment to move its status');
  end if;
  if record_deployment.deployment_id is not null then
    update ops.deployments d set status = record_deployment.status, updated_at = now()
    where d.id = record_deployment.deployment_id returning * into deployment;
    if deployment.id is null then
      perform ops.refuse('TP404', format('There is no deployment %s', record_deployment.deployment_id));
    end if;
    return deployment;
  end if;
  select * into build from ops.builds b where b.id = record_deployment.build_id;
  if build.id is null then
    perform ops.refuse('TP404', format('There is no build %s', record_deployment.build_id));
  end if;
  environment_id := ops.environment_of(build.project_id, record_deployment.environment);
  if record_deployment.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', record_deployment.idempotency_key);
    -- Serializes those who come with the same key, so that the second finds what the first made.
    perform pg_advisory_xact_lock(hashtextextended(build.project_id || record_deployment.idempotency_key, 6));
    select * into deployment from ops.deployments d
    where d.project_id = build.project_id and d.idempotency_key = record_deployment.idempotency_key;
    if deployment.id is not null then
      if (deployment.build_id, deployment.environment_id) is distinct from (build.id, environment_id) then
        perform ops.refuse('TP422', format('Deployment %s has this idempotencyKey and another build or environment: use a new key', deployment.id),
          jsonb_build_object('deploymentId', deployment.id));
      end if;
      return deployment;
    end if;
  end if;
  insert into ops.deployments (project_id, build_id, environment_id, status, recorded_by, idempotency_key)
  values (build.project_id, build.id, environment_id, coalesce(record_deployment.status, 'PENDING'), ops.caller(),
    record_deployment.idempotency_key)
  returning * into deployment;
  return deployment;
end
$$;
