-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.add_run(wanted ops.runs) returns table (run_id uuid, created boolean)
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
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
      ordering_keys, lines_ahead, requested_by, schedule_id, due_at, retry_of, project_id, warning, created_at, updated_at, last_seq, last_hash)
    values (new_id, wanted.agent, wanted.kind, wanted.input, wanted.idempotency_key, wanted.input_digest, wanted.priority,
      coalesce(wanted.run_at, instant), wanted.max_attempts, keys,
      (select count(distinct p.ordering_key) from ops.run_places p
       where p.agent = wanted.agent and p.ordering_key = any (keys)),
      wanted.requested_by, wanted.schedule_id, wanted.due_at, wanted.retry_of, wanted.project_id, wanted.warning, instant, instant, 1,
      ops.event_hash(new_id, 1, 'run.enqueued', note, instant, start))
    on conflict (agent, kind, idempotency_key) where idempotency_key is not null do nothing;
    if found then
      insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
      values (new_id, 1, 'run.enqueued', note, instant, start);
      if keys <> '{}' then
        insert into ops.run_places (agent, ordering_key, place, run_id)
        select wanted.agent, key, p.place, new_id
        from (select nextval('ops.run_place') as place) p, unnest(keys) key;
      end if;
      return query select new_id, true;
      return;
    end if;
    select r.* into earlier from ops.runs r
    where r.agent = wanted.agent and r.kind = wanted.kind and r.idempotency_key = wanted.idempotency_key;
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

create or replace function ops.check_run_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if row(new.id, new.agent, new.kind, new.idempotency_key, new.requested_by, new.created_at, new.input_digest, new.max_attempts,
      new.due_at, new.retry_of, new.project_id)
      is distinct from
      row(old.id, old.agent, old.kind, old.idempotency_key, old.requested_by, old.created_at, old.input_digest, old.max_attempts,
      old.due_at, old.retry_of, old.project_id)
    or new.input is distinct from old.input
    -- A run may join the line of its schedule; it leaves none.
    or not new.ordering_keys @> old.ordering_keys
    or (old.schedule_id is not null and new.schedule_id is distinct from old.schedule_id) then
    raise exception 'What a run is, by whom and with which input, does not change' using errcode = '42501';
  end if;
  -- A claim that was given back was no attempt.
  if new.last_seq < old.last_seq or new.fence < old.fence or new.archived_seq < old.archived_seq
    or (new.attempt < old.attempt and not (new.attempt = old.attempt - 1 and new.fence > old.fence
      and old.status = 'QUEUED' and new.status = 'QUEUED' and old.leased_by is not null and new.leased_by is null)) then
    raise exception 'The counters of a run do not fall' using errcode = '42501';
  end if;
  if old.status in ('SUCCEEDED', 'FAILED', 'CANCELLED', 'DEAD') then
    if to_jsonb(new) - 'archived_seq' - 'archived_hash' is distinct from to_jsonb(old) - 'archived_seq' - 'archived_hash' then
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

drop function ops.enqueue(text,text,jsonb,text,integer,timestamp with time zone,integer,text,text);
create or replace function ops.enqueue(
  agent text, kind text, input jsonb default null, idempotency_key text default null,
  priority int default 0, run_at timestamptz default null, max_attempts int default 5, ordering_key text default null,
  requested_by text default null, project_id uuid default null
) returns table (run_id uuid, created boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  caller text := ops.caller_agent();
  wanted ops.runs;
begin
  wanted.agent := enqueue.agent;
  wanted.kind := enqueue.kind;
  wanted.input := enqueue.input;
  wanted.idempotency_key := enqueue.idempotency_key;
  wanted.priority := enqueue.priority;
  wanted.run_at := enqueue.run_at;
  wanted.max_attempts := enqueue.max_attempts;
  wanted.requested_by := ops.requester(enqueue.requested_by);
  wanted.project_id := enqueue.project_id;
  wanted.ordering_keys := ops.default_ordering_keys(enqueue.kind, enqueue.input);
  if enqueue.ordering_key is not null then
    perform ops.check_text('orderingKey', enqueue.ordering_key);
    wanted.ordering_keys := array[enqueue.ordering_key];
  end if;
  if caller is not null and enqueue.idempotency_key is null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  elsif caller <> enqueue.agent then
    perform ops.refuse('TP403', format('%s may not enqueue for %s', caller, enqueue.agent));
  end if;
  if enqueue.project_id is not null and not exists (select from ops.projects p where p.id = enqueue.project_id) then
    perform ops.refuse('TP404', format('There is no project %s', enqueue.project_id), '{"argument": "projectId"}');
  end if;
  return query select a.run_id, a.created from ops.add_run(wanted) a;
end
$$;
revoke all on function ops.enqueue from public;
grant execute on function ops.enqueue to service_role, agent_sync_odoo_agent;
comment on function ops.enqueue is 'Adds a run; an agent must give a key. The run takes its place in its lines: those of ordering_key, or the default ones. Of a run
with a project its members see what ops.project_runs has.';

create or replace function ops.show_run() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into ops.project_runs as p (id, project_id, agent, kind, status, error_code, attempt, max_attempts, requested_by,
    run_at, created_at, started_at, finished_at, cancel_requested_at, updated_at)
  values (new.id, new.project_id, new.agent, new.kind, new.status, new.error_code, new.attempt, new.max_attempts,
    new.requested_by, new.run_at, new.created_at, new.started_at, new.finished_at, new.cancel_requested_at, new.updated_at)
  on conflict (id) do update set status = excluded.status, error_code = excluded.error_code, attempt = excluded.attempt,
    run_at = excluded.run_at, started_at = excluded.started_at, finished_at = excluded.finished_at,
    cancel_requested_at = excluded.cancel_requested_at, updated_at = excluded.updated_at;
  return null;
end
$$;
revoke all on function ops.show_run from public;
comment on function ops.show_run is 'Keeps what members of its project see of a run.';
