-- Checked when it is recorded and again when it begins or succeeds: an approval may be taken back in between. What would
-- succeed ends as FAILED where a check of its health does, or a module is not as it was asked for. One at a time is at work in
-- an environment.
-- Executed by: nobody
-- Raises: 42501, TP404, TP409
create or replace function ops.guard_deployment() returns trigger language plpgsql set search_path = '' as $$
declare
  previous ops.deployments;
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.project_id, new.build_id, new.environment_id, new.recorded_by, new.created_at, new.approval_id, new.idempotency_key,
         new.rolls_back_id, new.reason, new.emergency_id, new.previous_id, new.previous_sha)
       is distinct from
       (old.id, old.project_id, old.build_id, old.environment_id, old.recorded_by, old.created_at, old.approval_id, old.idempotency_key,
         old.rolls_back_id, old.reason, old.emergency_id, old.previous_id, old.previous_sha)
    then
      raise exception 'Only the status of a deployment changes: record another one' using errcode = 'TP409';
    end if;
    if old.status in ('SUCCEEDED', 'FAILED') and new.status = old.status
      and (new.health_checks, new.modules, new.migrations, new.evidence_run_id, new.failure)
        is distinct from (old.health_checks, old.modules, old.migrations, old.evidence_run_id, old.failure) then
      raise exception 'The deployment is %, and what it found does not change', old.status using errcode = 'TP409',
        detail = jsonb_build_object('status', old.status)::text;
    end if;
    if new.status = old.status and (new.started_at, new.finished_at) is not distinct from (old.started_at, old.finished_at) then
      return new;
    end if;
    if old.status in ('SUCCEEDED', 'FAILED') or new.status = 'PENDING' or new.status = old.status then
      raise exception 'The deployment is % and cannot become %', old.status, new.status using errcode = 'TP409',
        detail = jsonb_build_object('status', old.status)::text;
    end if;
  end if;
  if tg_op = 'INSERT' or (old.status = 'PENDING' and new.status <> 'FAILED') then
    new.approval_id := case when new.emergency_id is null then ops.check_promotion(new.build_id, new.environment_id)
      else ops.check_emergency(new.id, new.emergency_id, new.build_id, new.environment_id, new.status <> 'PENDING') end;
    if new.status in ('RUNNING', 'SUCCEEDED') then
      perform ops.check_alone(new.id, new.environment_id);
    end if;
    previous := ops.last_success(new.environment_id);
    new.previous_id := previous.id;
    new.previous_sha := (select b.git_sha from ops.builds b where b.id = previous.build_id);
  end if;
  if new.status = 'SUCCEEDED' then
    new.failure := nullif(concat_ws('; ', ops.health_problem(new.health_checks), ops.module_problem(new.modules)), '');
    new.status := case when new.failure is null then 'SUCCEEDED' else 'FAILED' end;
    new.failure := left(new.failure, 2000);
  end if;
  new.started_at := case when new.status <> 'PENDING' then coalesce(new.started_at, now()) end;
  new.finished_at := case when new.status in ('SUCCEEDED', 'FAILED') then coalesce(new.finished_at, now()) end;
  return new;
end
$$;
