-- The one lock on UPDATE of runs: what a run is for stays, counters only rise, an ended run rests.
-- Executed by: nobody
-- Raises: 42501, TP409
create or replace function ops.check_run_change() returns trigger language plpgsql set search_path = '' as $$
declare
  -- What may change once a run has ended: requests that were under way are counted after it.
  changing constant text[] := '{archived_seq,archived_hash,used_calls,used_rows,used_ms,used_tokens,writes}';
begin
  if row(new.id, new.agent, new.kind, new.idempotency_key, new.requested_by, new.created_at, new.input_digest, new.max_attempts,
      new.due_at, new.retry_of, new.project_id, new.sub, new.act, new.client_id)
      is distinct from
      row(old.id, old.agent, old.kind, old.idempotency_key, old.requested_by, old.created_at, old.input_digest, old.max_attempts,
      old.due_at, old.retry_of, old.project_id, old.sub, old.act, old.client_id)
    or new.input is distinct from old.input
    -- A run may join the line of its schedule; it leaves none.
    or not new.ordering_keys @> old.ordering_keys
    or (old.schedule_id is not null and new.schedule_id is distinct from old.schedule_id) then
    raise exception 'What a run is, by whom and with which input, does not change' using errcode = '42501';
  end if;
  -- A claim that was given back was no attempt.
  if new.last_seq < old.last_seq or new.fence < old.fence or new.archived_seq < old.archived_seq
    or new.used_calls < old.used_calls or new.used_rows < old.used_rows or new.used_ms < old.used_ms
    or new.used_tokens < old.used_tokens or new.writes < old.writes
    or (new.attempt < old.attempt and not (new.attempt = old.attempt - 1 and new.fence > old.fence
      and old.status = 'QUEUED' and new.status = 'QUEUED' and old.leased_by is not null and new.leased_by is null)) then
    raise exception 'The counters of a run do not fall' using errcode = '42501';
  end if;
  if old.status in ('SUCCEEDED', 'FAILED', 'CANCELLED', 'DEAD') then
    if to_jsonb(new) - changing is distinct from to_jsonb(old) - changing then
      raise exception 'A run that has ended as % does not change', old.status using errcode = 'TP409';
    end if;
    return new;
  end if;
  if old.status = 'QUEUED' and new.status = 'SUCCEEDED' then
    raise exception 'A run that is QUEUED cannot become SUCCEEDED: mark it running first' using errcode = 'TP409';
  end if;
  new.updated_at := greatest(clock_timestamp(), new.updated_at, old.updated_at);
  new.changed_in := pg_current_xact_id();
  return new;
end
$$;
