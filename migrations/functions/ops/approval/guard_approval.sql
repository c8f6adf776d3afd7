-- An approval begins undecided and is decided once; of what was asked, nothing changes.
-- Executed by: nobody
-- Raises: 42501, TP403, TP409
create or replace function ops.guard_approval() returns trigger language plpgsql set search_path = '' as $$
declare
  decided ops.approvals;
begin
  if tg_op = 'INSERT' then
    if new.status <> 'PENDING' then
      raise exception 'An approval begins as PENDING: request it, then decide it' using errcode = 'TP409';
    end if;
    new.requested_by := ops.person_of(new.requested_by);
    return new;
  end if;
  if old.status <> 'PENDING' then
    raise exception 'The approval was decided by % already: %', old.decided_by, old.status using errcode = 'TP409',
      detail = jsonb_build_object('status', old.status, 'decidedBy', old.decided_by)::text;
  end if;
  if (new.id, new.subject, new.subject_id, new.requested_by, new.reason, new.created_at, new.sub, new.act, new.client_id)
       is distinct from (old.id, old.subject, old.subject_id, old.requested_by, old.reason, old.created_at, old.sub, old.act, old.client_id)
     or (new.project_id, new.environment_id, new.idempotency_key)
       is distinct from (old.project_id, old.environment_id, old.idempotency_key) then
    raise exception 'What an approval asks for does not change: request another one' using errcode = 'TP409';
  end if;
  new.decided_by := ops.person_of(new.decided_by);
  if ops.is_same_identity(new.decided_by, ops.person_of(new.requested_by)) then
    raise exception 'Who requested an approval does not decide it' using errcode = 'TP403';
  end if;
  if new.subject = 'emergency_deployment' and new.status <> 'PENDING' then
    -- What is generated of a row is not there before it is written.
    decided := new;
    decided.emergency_id := split_part(new.subject_id, '/', 1)::uuid;
    perform ops.check_decider(decided);
  end if;
  return new;
end
$$;
