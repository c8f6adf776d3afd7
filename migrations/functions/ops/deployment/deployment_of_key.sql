-- The deployment that a key led to before; null where it is new. Who comes with the same key meanwhile waits.
-- Executed by: nobody
-- Raises: TP400, TP422
create or replace function ops.deployment_of_key(build ops.builds, environment_id uuid, idempotency_key text)
returns ops.deployments language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  deployment ops.deployments;
begin
  perform ops.check_text('idempotencyKey', deployment_of_key.idempotency_key);
  perform pg_advisory_xact_lock(hashtextextended(build.project_id || deployment_of_key.idempotency_key, 6));
  select * into deployment from ops.deployments d
  where d.project_id = build.project_id and d.idempotency_key = deployment_of_key.idempotency_key;
  if deployment.id is not null and (deployment.rolls_back_id is not null
     or (deployment.build_id, deployment.environment_id) is distinct from (build.id, deployment_of_key.environment_id)) then
    perform ops.refuse('TP422', format('Deployment %s has this idempotencyKey and another build or environment: use a new key', deployment.id),
      jsonb_build_object('deploymentId', deployment.id));
  end if;
  return deployment;
end
$$;
