-- Adds the run that is wanted, of which what it is to do, when, and in which lines is given. The same key with the same
-- input answers the run of the first call.
-- Executed by: nobody
-- Raises: 42501, TP400, TP403, TP422
create or replace function ops.add_run(wanted ops.runs) returns table (run_id uuid, created boolean)
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  -- The tenant of its project, of the token that enqueues it, or of the run that it does again.
  tenant constant text := coalesce((select p.tenant_id from ops.projects p where p.id = wanted.project_id),
    ops.tenant(), wanted.tenant_id, '');
  instant timestamptz;
  new_id uuid := gen_random_uuid();
  start bytea := ops.chain_start(new_id);
  keys text[] := coalesce(wanted.ordering_keys, '{}');
  note jsonb := jsonb_strip_nulls(jsonb_build_object('by', ops.caller(),
    'requestedBy', nullif(wanted.requested_by, ops.caller()), 'retryOf', wanted.retry_of));
  earlier ops.runs;
begin
  perform ops.check_text('agent', wanted.agent);
  perform ops.check_text('kind', wanted.kind);
  perform ops.check_json('input', wanted.input);
  perform ops.check_number('priority', wanted.priority, -1000, 1000);
  perform ops.check_number('maxAttempts', wanted.max_attempts, 1, 100);
  if wanted.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', wanted.idempotency_key);
  end if;
  wanted.warning := ops.check_work(wanted.agent, wanted.kind);
  wanted.input_digest := sha256(convert_to(coalesce(wanted.input::text, ''), 'UTF8'));
  perform ops.ensure_event_partitions();
  if keys <> '{}' then
    perform ops.lock_lines(wanted.agent, keys);
  end if;
  instant := clock_timestamp();
  -- Once more where the earlier run left between the two statements.
  loop
    insert into ops.runs (id, agent, kind, input, idempotency_key, input_digest, priority, run_at, max_attempts,
      ordering_keys, lines_ahead, requested_by, schedule_id, due_at, retry_of, project_id, warning, created_at, updated_at, last_seq, last_hash,
      sub, act, client_id, tenant_id)
    values (new_id, wanted.agent, wanted.kind, wanted.input, wanted.idempotency_key, wanted.input_digest, wanted.priority,
      coalesce(wanted.run_at, instant), wanted.max_attempts, keys,
      (select count(distinct p.ordering_key) from ops.run_places p
       where p.agent = wanted.agent and p.ordering_key = any (keys)),
      wanted.requested_by, wanted.schedule_id, wanted.due_at, wanted.retry_of, wanted.project_id, wanted.warning, instant, instant, 1,
      ops.event_hash(new_id, 1, 'run.enqueued', note, instant, start, who.sub, who.act, who.client_id),
      who.sub, who.act, who.client_id, tenant)
    on conflict (agent, kind, idempotency_key, tenant_id) where idempotency_key is not null do nothing;
    if found then
      insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
      values (new_id, 1, 'run.enqueued', note, instant, start, who.sub, who.act, who.client_id, tenant);
      if keys <> '{}' then
        insert into ops.run_places (agent, ordering_key, place, run_id, tenant_id)
        select wanted.agent, key, p.place, new_id, tenant
        from (select nextval('ops.run_place') as place) p, unnest(keys) key;
      end if;
      return query select new_id, true;
      return;
    end if;
    select r.* into earlier from ops.runs r
    where r.agent = wanted.agent and r.kind = wanted.kind and r.idempotency_key = wanted.idempotency_key and r.tenant_id = tenant;
    exit when found;
  end loop;
  if keys <> '{}' then
    perform ops.drop_empty_lines(wanted.agent, keys);
  end if;
  if earlier.input_digest is distinct from wanted.input_digest then
    perform ops.refuse('TP422',
      format('Run %s has this idempotencyKey and another input: use a new key', earlier.id),
      jsonb_build_object('runId', earlier.id));
  end if;
  return query select earlier.id, false;
end
$$;
