-- Records the reverse of a deployment: of the build that succeeded in its environment before, and that was not rolled back itself.
-- It begins as PENDING, goes by the rules of every deployment, and is recorded on by record_deployment.
-- Executed by: operation
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function ops.rollback_deployment(
  deployment_id uuid, reason text, idempotency_key text default null, emergency_id uuid default null
) returns ops.deployments language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  wrong ops.deployments;
  build ops.builds;
  deployment ops.deployments;
  newer uuid;
begin
  perform ops.check_text('reason', btrim(rollback_deployment.reason), 2000);
  select * into wrong from ops.deployments d
  where d.id = rollback_deployment.deployment_id and d.tenant_id = coalesce(ops.tenant(), d.tenant_id);
  if wrong.id is null then
    perform ops.refuse('TP404', format('There is no deployment %s', rollback_deployment.deployment_id));
  end if;
  -- One at a time: the second finds what the first recorded.
  perform pg_advisory_xact_lock(hashtextextended(wrong.environment_id::text, 8));
  if rollback_deployment.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', rollback_deployment.idempotency_key);
    select * into deployment from ops.deployments d
    where d.project_id = wrong.project_id and d.idempotency_key = rollback_deployment.idempotency_key;
    if deployment.rolls_back_id = wrong.id then
      return deployment;
    elsif deployment.id is not null then
      perform ops.refuse('TP422', format('Deployment %s has this idempotencyKey and is another: use a new key', deployment.id),
        jsonb_build_object('deploymentId', deployment.id));
    end if;
  end if;
  if wrong.status not in ('SUCCEEDED', 'FAILED') then
    perform ops.refuse('TP409', format('The deployment is %s: end it, then roll it back', wrong.status),
      jsonb_build_object('status', wrong.status));
  end if;
  select d.id into newer from ops.deployments d
  where d.environment_id = wrong.environment_id and (d.created_at, d.id) > (wrong.created_at, wrong.id)
    and d.status <> 'FAILED'
  order by d.created_at desc, d.id desc limit 1;
  if newer is not null then
    perform ops.refuse('TP409', format('Deployment %s is newer in this environment: roll that one back', newer),
      jsonb_build_object('deploymentId', newer));
  end if;
  select b.* into build from ops.deployments d join ops.builds b on b.id = d.build_id
  where d.environment_id = wrong.environment_id and d.status = 'SUCCEEDED' and d.id <> wrong.id
    and (wrong.status = 'FAILED' or d.build_id <> wrong.build_id)
    and not exists (select from ops.deployments r where r.rolls_back_id = d.id and r.status = 'SUCCEEDED')
  order by d.finished_at desc, d.created_at desc, d.id desc limit 1;
  if build.id is null then
    perform ops.refuse('TP409', 'No other build succeeded in this environment before: there is nothing to roll back to');
  end if;
  insert into ops.deployments (project_id, build_id, environment_id, status, recorded_by, idempotency_key, emergency_id,
    rolls_back_id, reason)
  values (wrong.project_id, build.id, wrong.environment_id, 'PENDING', ops.caller(), rollback_deployment.idempotency_key,
    rollback_deployment.emergency_id, wrong.id, btrim(rollback_deployment.reason))
  returning * into deployment;
  return deployment;
end
$$;
