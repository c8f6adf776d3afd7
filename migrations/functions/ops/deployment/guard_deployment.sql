-- Checked when it is recorded and again when it begins or succeeds: an approval may be taken back in between.
-- Executed by: nobody
-- Raises: TP409
create or replace function ops.guard_deployment() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.project_id, new.build_id, new.environment_id, new.recorded_by, new.created_at, new.approval_id, new.idempotency_key)
       is distinct from
       (old.id, old.project_id, old.build_id, old.environment_id, old.recorded_by, old.created_at, old.approval_id, old.idempotency_key)
    then
      raise exception 'Only the status of a deployment changes: record another one' using errcode = 'TP409';
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
    new.approval_id := ops.check_promotion(new.build_id, new.environment_id);
  end if;
  new.started_at := case when new.status <> 'PENDING' then coalesce(new.started_at, now()) end;
  new.finished_at := case when new.status in ('SUCCEEDED', 'FAILED') then coalesce(new.finished_at, now()) end;
  return new;
end
$$;
