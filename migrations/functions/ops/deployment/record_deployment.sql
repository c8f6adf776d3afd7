-- Records a deployment of a build to an environment of its project, or, given deployment_id instead of these, moves the
-- status of one: PENDING → RUNNING → SUCCEEDED or FAILED, steps may be left out. The trigger of the table holds the rules: one
-- that would succeed ends as FAILED where a check of its health failed, or none was made. What is left out stays as it is.
-- Executed by: operation
-- Raises: TP400, TP403, TP404, TP422
create or replace function ops.record_deployment(
  build_id uuid default null, environment text default null, status text default null,
  deployment_id uuid default null, idempotency_key text default null, emergency_id uuid default null,
  health_checks jsonb default null, modules jsonb default null, migrations text[] default null,
  evidence_run_id uuid default null, failure text default null
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
  if record_deployment.failure is not null then
    perform ops.check_text('failure', record_deployment.failure, 2000);
    if record_deployment.status is distinct from 'FAILED' then
      perform ops.refuse('TP400', 'Only what ends as FAILED has a failure', '{"argument": "failure"}');
    end if;
  end if;
  if record_deployment.evidence_run_id is not null
     and not exists (
       select from ops.runs r where r.id = record_deployment.evidence_run_id and r.tenant_id = coalesce(ops.tenant(), r.tenant_id)
     ) then
    perform ops.refuse('TP404', format('There is no run %s', record_deployment.evidence_run_id), '{"argument": "evidenceRunId"}');
  end if;
  perform ops.check_found(record_deployment.health_checks, record_deployment.modules, record_deployment.migrations);
  if record_deployment.deployment_id is not null then
    if record_deployment.emergency_id is not null then
      perform ops.refuse('TP400', 'An emergency is named when a deployment is recorded, not later', '{"argument": "emergencyId"}');
    end if;
    update ops.deployments d set status = record_deployment.status, updated_at = now(),
      health_checks = coalesce(record_deployment.health_checks, d.health_checks),
      modules = coalesce(record_deployment.modules, d.modules),
      migrations = coalesce(record_deployment.migrations, d.migrations),
      evidence_run_id = coalesce(record_deployment.evidence_run_id, d.evidence_run_id),
      failure = coalesce(record_deployment.failure, d.failure)
    where d.id = record_deployment.deployment_id and d.tenant_id = coalesce(ops.tenant(), d.tenant_id) returning * into deployment;
    if deployment.id is null then
      perform ops.refuse('TP404', format('There is no deployment %s', record_deployment.deployment_id));
    end if;
    return deployment;
  end if;
  select * into build from ops.builds b
  where b.id = record_deployment.build_id and b.tenant_id = coalesce(ops.tenant(), b.tenant_id);
  if build.id is null then
    perform ops.refuse('TP404', format('There is no build %s', record_deployment.build_id));
  end if;
  environment_id := ops.environment_of(build.project_id, record_deployment.environment);
  if record_deployment.idempotency_key is not null then
    deployment := ops.deployment_of_key(build, environment_id, record_deployment.idempotency_key);
    if deployment.id is not null then
      return deployment;
    end if;
  end if;
  insert into ops.deployments (project_id, build_id, environment_id, status, recorded_by, idempotency_key, emergency_id,
    health_checks, modules, migrations, evidence_run_id, failure)
  values (build.project_id, build.id, environment_id, coalesce(record_deployment.status, 'PENDING'), ops.caller(),
    record_deployment.idempotency_key, record_deployment.emergency_id, coalesce(record_deployment.health_checks, '[]'),
    coalesce(record_deployment.modules, '[]'), coalesce(record_deployment.migrations, '{}'), record_deployment.evidence_run_id,
    record_deployment.failure)
  returning * into deployment;
  return deployment;
end
$$;
