-- The ledger's core: runs as a task bus with leases and fences, events as a hash chain in monthly partitions,
-- and the functions that alone write them. The owner's DDL (to disable a trigger, say) is out of their reach.

-- What the helpers share ------------------------------------------------------------------------------------------

-- A refusal that a client is meant to read: the state is a TP… code, the detail a JSON object.
create function ops.refuse(state text, message text, detail jsonb default null) returns void
language plpgsql set search_path = '' as $$
begin
  if detail is null then
    raise exception using errcode = state, message = message;
  end if;
  raise exception using errcode = state, message = message, detail = detail::text;
end
$$;

create function ops.check_text(what text, value text, longest int default 200) returns void
language plpgsql set search_path = '' as $$
begin
  if coalesce(value, '') = '' then
    perform ops.refuse('TP400', format('"%s" is missing', what));
  elsif length(value) > longest then
    perform ops.refuse('TP400', format('"%s" has %s characters: at most %s are allowed', what, length(value), longest));
  end if;
end
$$;

create function ops.check_number(what text, value bigint, lowest bigint, highest bigint) returns void
language plpgsql set search_path = '' as $$
begin
  if value is null or value not between lowest and highest then
    perform ops.refuse('TP400', format('"%s" must be a whole number from %s to %s', what, lowest, highest));
  end if;
end
$$;

create function ops.check_json(what text, value jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  if octet_length(value::text) > 262144 then
    perform ops.refuse('TP400', format(
      '"%s" has %s bytes as JSON: at most 262144 are kept here; put it into object storage and record it as an artifact',
      what, octet_length(value::text)));
  end if;
end
$$;

-- The verified claims of who calls; null where there are none. Not auth.jwt(): a schema auth need not have it.
create function ops.claims() returns jsonb
language sql stable set search_path = '' as $$
  select nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$;

-- The agent that calls, else null: by its claims, for within SECURITY DEFINER the current user is the owner.
create function ops.caller_agent() returns text
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := ops.claims();
  agent text := claims #>> '{app_metadata,agent}';
begin
  if coalesce(claims ->> 'role', '') not like 'agent\_%' then
    return null;
  end if;
  if agent is null or claims ->> 'role' <> 'agent_' || replace(agent, '-', '_') then
    perform ops.refuse('TP403', 'The token does not name the agent of its role');
  end if;
  return agent;
end
$$;

-- Who did it: an agent's name, a user's uuid, or `service`. Who connects without claims is the owner or a service.
create function ops.caller() returns text
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := ops.claims();
begin
  return coalesce(
    ops.caller_agent(),
    case when claims ->> 'role' in ('authenticated', 'anon') then coalesce(claims ->> 'sub', 'anonymous') end,
    'service');
end
$$;

-- 2 s × 2^(attempt - 1), at most 10 min, and of it 50–100 % by chance: runs that failed together do not return together.
create function ops.backoff(attempt int) returns interval
language sql volatile set search_path = '' as $$
  select make_interval(secs => least(600, 2 * power(2, least(greatest(attempt, 1), 20) - 1)) * (0.5 + random() / 2))
$$;

-- Runs ------------------------------------------------------------------------------------------------------------

alter table ops.runs
  add column idempotency_key text check (length(idempotency_key) between 1 and 200),
  add column input_digest bytea,
  add column priority int not null default 0 check (priority between -1000 and 1000),
  add column run_at timestamptz not null default now(),
  add column attempt int not null default 0 check (attempt >= 0),
  add column max_attempts int not null default 5 check (max_attempts between 1 and 100),
  add column leased_by text,
  add column leased_until timestamptz,
  add column fence int not null default 0 check (fence >= 0),
  add column error_code text,
  add column error_message text,
  add column last_seq int not null default 0 check (last_seq >= 0),
  add column last_hash bytea,
  add column archived_seq int not null default 0 check (archived_seq >= 0),
  add column archived_hash bytea,
  add column requested_by text,
  add column schedule_id uuid,
  add column updated_at timestamptz not null default now(),
  add column changed_in xid8 not null default pg_current_xact_id(),
  add check ((leased_by is null) = (leased_until is null)),
  add check (archived_seq <= last_seq);

comment on column ops.runs.run_at is 'Not claimed before this time.';
comment on column ops.runs.started_at is 'When the handler of the latest attempt began.';
comment on column ops.runs.fence is 'Rises with each claim and each lost lease; who writes with an older one is refused.';
comment on column ops.runs.last_hash is 'Hash of the last event; null means that of the chain''s start.';
comment on column ops.runs.archived_seq is 'The last event that has left for the archive; the chain is verified from there.';
comment on column ops.runs.changed_in is 'The transaction of the last change: the cursor of live readers.';

update ops.runs set run_at = created_at, input_digest = sha256(convert_to(coalesce(input::text, ''), 'UTF8'));

create unique index runs_idempotency on ops.runs (agent, kind, idempotency_key) where idempotency_key is not null;
create index runs_claimable on ops.runs (agent, priority desc, run_at, id)
  where status = 'QUEUED' and leased_by is null;
create index runs_leases on ops.runs (leased_until, agent) where leased_until is not null;
create index runs_changed on ops.runs (changed_in, id);
-- A queue dies of dead rows first: vacuumed long before a fifth of it has changed.
alter table ops.runs set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- Events ----------------------------------------------------------------------------------------------------------

create temporary table run_events_before as select * from ops.run_events;
drop table ops.run_events;

create table ops.run_events (
  id uuid not null default gen_random_uuid(),
  run_id uuid not null references ops.runs (id),
  seq int not null check (seq > 0),
  type text not null check (type <> ''),
  payload jsonb,
  created_at timestamptz not null default now(),
  prev_hash bytea not null check (octet_length(prev_hash) = 32),
  primary key (id, created_at),
  -- A unique key must hold the partition's; that a seq is given once is due to the run's counter, under its row's lock.
  unique (run_id, seq, created_at)
) partition by range (created_at);

alter table ops.run_events enable row level security;
grant select on ops.run_events to service_role, agent_sync_odoo_agent;
create policy read_run_events on ops.run_events for select to service_role, agent_sync_odoo_agent using (true);

-- Cloned to each partition; the statement triggers are not, and see also a change of no row.
create trigger append_only before update or delete on ops.run_events
  for each row execute function ops.refuse_change();
create trigger append_only_statement before update or delete or truncate on ops.run_events
  for each statement execute function ops.refuse_change();

-- sha256 of: prev_hash, then as UTF-8, a line each: run, seq, microseconds since 1970, length and text of the type,
-- payload as jsonb prints it (nothing where null). Whoever has the events can compute it again.
create function ops.event_hash(run_id uuid, seq int, type text, payload jsonb, created_at timestamptz, prev_hash bytea)
returns bytea language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return sha256(prev_hash || convert_to(
    run_id::text || E'\n' || seq::text || E'\n'
      || ((extract(epoch from created_at at time zone 'UTC') * 1000000)::bigint)::text || E'\n'
      || length(type)::text || ' ' || type || E'\n' || coalesce(payload::text, ''),
    'UTF8'));
end
$$;

-- What the first event of a run carries as the hash of its predecessor.
create function ops.chain_start(run_id uuid) returns bytea
language sql immutable parallel safe set search_path = '' as $$
  select sha256(convert_to(run_id::text, 'UTF8'))
$$;

-- Makes the partition of the month that holds the day, in UTC; one that is there stays.
create function ops.ensure_event_partition(month date) returns void
language plpgsql set search_path = '' as $$
declare
  first_day date := date_trunc('month', month::timestamp)::date;
  name text := 'run_events_' || to_char(first_day, 'YYYY_MM');
begin
  if to_regclass('ops.' || name) is not null then
    return;
  end if;
  -- The lock that attaching takes, and with it the news of what another has attached: an advisory lock brings none.
  lock table ops.run_events in share update exclusive mode;
  if to_regclass('ops.' || name) is not null then
    return;
  end if;
  -- Attached, not created as a partition: that would lock the whole table against its readers and writers.
  execute format('create table ops.%I (like ops.run_events including defaults including constraints including indexes)', name);
  execute format('alter table ops.%I enable row level security', name);
  execute format('create policy read_through_run_events on ops.%I for select to service_role using (false)', name);
  execute format('create trigger append_only_statement before update or delete or truncate on ops.%I
    for each statement execute function ops.refuse_change()', name);
  execute format('alter table ops.run_events attach partition ops.%I for values from (%L) to (%L)', name,
    to_char(first_day, 'YYYY-MM-DD') || ' 00:00:00+00',
    to_char(first_day + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
end
$$;

-- Called before a run is locked: to attach a partition waits for all who are writing runs. Some months ahead, so that
-- it is seldom due, and a clock that is a little off finds its month.
create function ops.ensure_event_partitions() returns void
language plpgsql set search_path = '' as $$
declare
  now_utc timestamp := clock_timestamp() at time zone 'UTC';
begin
  if to_regclass('ops.run_events_' || to_char(now_utc, 'YYYY_MM')) is null
    or to_regclass('ops.run_events_' || to_char(now_utc + interval '1 day', 'YYYY_MM')) is null then
    perform ops.ensure_event_partition((now_utc + make_interval(months => n))::date) from generate_series(0, 3) n;
  end if;
end
$$;

do $$
declare
  event record;
  hash bytea;
begin
  perform ops.ensure_event_partition(month::date)
  from (select distinct date_trunc('month', created_at at time zone 'UTC') as month from run_events_before) months;
  perform ops.ensure_event_partition(((now() at time zone 'UTC') + make_interval(months => n))::date)
  from generate_series(0, 3) n;
  for event in
    select b.*, row_number() over (partition by run_id order by b.seq)::int as place
    from run_events_before b order by run_id, b.seq
  loop
    if event.place = 1 then
      hash := ops.chain_start(event.run_id);
    end if;
    insert into ops.run_events (id, run_id, seq, type, payload, created_at, prev_hash)
    values (event.id, event.run_id, event.place, event.type, event.payload, event.created_at, hash);
    hash := ops.event_hash(event.run_id, event.place, event.type, event.payload, event.created_at, hash);
    update ops.runs r set last_seq = event.place, last_hash = hash where r.id = event.run_id;
  end loop;
  update ops.runs r set updated_at = greatest(r.created_at, r.started_at, r.finished_at,
    (select max(e.created_at) from ops.run_events e where e.run_id = r.id));
end
$$;
drop table run_events_before;

-- What may change, and who hears of it ----------------------------------------------------------------------------

-- The one lock on UPDATE: what a run is for stays, counters only rise, an ended run rests.
create function ops.check_run_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if row(new.id, new.agent, new.kind, new.idempotency_key, new.requested_by, new.created_at, new.input_digest, new.max_attempts)
      is distinct from
      row(old.id, old.agent, old.kind, old.idempotency_key, old.requested_by, old.created_at, old.input_digest, old.max_attempts)
    or new.input is distinct from old.input
    or (old.schedule_id is not null and new.schedule_id is distinct from old.schedule_id) then
    raise exception 'What a run is, by whom and with which input, does not change' using errcode = '42501';
  end if;
  if new.last_seq < old.last_seq or new.fence < old.fence or new.attempt < old.attempt
    or new.archived_seq < old.archived_seq then
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
create trigger check_change before update on ops.runs for each row execute function ops.check_run_change();

-- DELETE passes where the retention function, which runs as the table's owner, has said so for its transaction.
create function ops.refuse_removal() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' and current_setting('ops.retention', true) = 'on'
    and current_user = (select pg_get_userbyid(c.relowner) from pg_catalog.pg_class c where c.oid = tg_relid) then
    return null;
  end if;
  raise exception '%.% leaves by the retention function only', tg_table_schema, tg_table_name using errcode = '42501';
end
$$;
create trigger refuse_removal before delete or truncate on ops.runs
  for each statement execute function ops.refuse_removal();
create trigger refuse_removal before delete or truncate on ops.artifacts
  for each statement execute function ops.refuse_removal();
create trigger append_only before update on ops.artifacts
  for each statement execute function ops.refuse_change();

alter table ops.artifacts add constraint artifacts_uri_is_a_reference check (uri !~* '^(data|blob|javascript|about):');

-- A wake-up, no message: readers read past their cursor. Each event also changes its run, so the runs are enough.
create function ops.notify_changes() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_notify('tripoint_ops', id::text) from changed;
  return null;
end
$$;
create trigger notify_insert after insert on ops.runs referencing new table as changed
  for each statement execute function ops.notify_changes();
create trigger notify_update after update on ops.runs referencing new table as changed
  for each statement execute function ops.notify_changes();

-- The steps of a helper -------------------------------------------------------------------------------------------

-- The run, under its row's lock. Its updated_at is the time of the change to come: never before the last one's, so
-- that a run's events are in the order of their partitions.
create function ops.lock_run(run_id uuid) returns ops.runs
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  caller text := ops.caller_agent();
begin
  perform ops.ensure_event_partitions();
  select r.* into run from ops.runs r where r.id = lock_run.run_id for no key update;
  if run.id is null then
    perform ops.refuse('TP404', format('There is no run %s', coalesce(lock_run.run_id::text, 'without an id')));
  end if;
  if caller <> run.agent then
    perform ops.refuse('TP403', format('Run %s belongs to %s, not to %s', run.id, run.agent, caller));
  end if;
  run.updated_at := greatest(clock_timestamp(), run.updated_at);
  return run;
end
$$;

create function ops.is_ended(status text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select status in ('SUCCEEDED', 'FAILED', 'CANCELLED', 'DEAD')
$$;

create function ops.check_fence(run ops.runs, fence int) returns void
language plpgsql set search_path = '' as $$
begin
  if ops.is_ended(run.status) then
    perform ops.refuse('TP409', format('Run %s has ended as %s: stop working on it', run.id, run.status),
      jsonb_build_object('status', run.status, 'fence', run.fence));
  elsif fence is null then
    perform ops.refuse('TP400', 'Give the fence that the claim gave');
  elsif run.fence <> fence or run.leased_by is null then
    perform ops.refuse('TP409', format('The lease with fence %s on run %s is over: stop working on it', fence, run.id),
      jsonb_build_object('status', run.status, 'fence', run.fence));
  end if;
end
$$;

-- For what does not need a lease: a fence that is given must hold, and an agent gives it once the run was claimed.
create function ops.check_open(run ops.runs, fence int) returns void
language plpgsql set search_path = '' as $$
begin
  if fence is not null or ops.is_ended(run.status) or (run.fence > 0 and ops.caller_agent() is not null) then
    perform ops.check_fence(run, fence);
  end if;
end
$$;

-- Writes what a helper changed in the run it has locked, with the event that says so.
create function ops.save_run(run ops.runs, type text, payload jsonb default null, event_id uuid default gen_random_uuid())
returns ops.runs language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  prev bytea := coalesce(run.last_hash, ops.chain_start(run.id));
begin
  insert into ops.run_events (id, run_id, seq, type, payload, created_at, prev_hash)
  values (save_run.event_id, run.id, run.last_seq + 1, save_run.type, save_run.payload, run.updated_at, prev);
  update ops.runs r set
    status = run.status, output = run.output, started_at = run.started_at, finished_at = run.finished_at,
    run_at = run.run_at, leased_by = run.leased_by, leased_until = run.leased_until,
    error_code = run.error_code, error_message = run.error_message, updated_at = run.updated_at,
    last_seq = run.last_seq + 1,
    last_hash = ops.event_hash(run.id, run.last_seq + 1, save_run.type, save_run.payload, run.updated_at, prev)
  where r.id = run.id
  returning r.* into run;
  return run;
end
$$;

-- Takes up to max_runs expired leases away, of one agent or of all: back to the queue, or DEAD after the last attempt.
create function ops.requeue_lost_of(agent text, max_runs int) returns int
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  instant timestamptz := clock_timestamp();
  lost uuid[];
begin
  lost := array(
    select r.id from ops.runs r
    where r.leased_until < instant and (requeue_lost_of.agent is null or r.agent = requeue_lost_of.agent)
      and r.status in ('QUEUED', 'RUNNING')
    order by r.leased_until limit requeue_lost_of.max_runs
    for no key update skip locked);
  if lost = '{}' then
    return 0;
  end if;
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
    select r.id, r.last_seq + 1, 'run.lease_lost', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id))
    from ops.runs r where r.id = any (lost)
    returning run_id, seq, type, payload, created_at, prev_hash
  )
  update ops.runs r set
    status = 'QUEUED', leased_by = null, leased_until = null, fence = r.fence + 1,
    run_at = e.created_at + ops.backoff(r.attempt),
    error_code = 'LEASE_LOST', error_message = format('Worker %s was lost', r.leased_by), updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
  from event e where r.id = e.run_id;

  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
    select r.id, r.last_seq + 1, 'run.dead', jsonb_build_object('attempts', r.attempt),
      greatest(instant, r.updated_at), r.last_hash
    from ops.runs r where r.id = any (lost) and r.attempt >= r.max_attempts
    returning run_id, seq, type, payload, created_at, prev_hash
  )
  update ops.runs r set
    status = 'DEAD', finished_at = e.created_at, updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
  from event e where r.id = e.run_id;
  return cardinality(lost);
end
$$;

-- The helpers -----------------------------------------------------------------------------------------------------

-- Adds a run. The same key with the same input answers the run of the first call; an agent must give a key.
create function ops.enqueue(
  agent text, kind text, input jsonb default null, idempotency_key text default null,
  priority int default 0, run_at timestamptz default null, max_attempts int default 5
) returns table (run_id uuid, created boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  caller text := ops.caller_agent();
  instant timestamptz := clock_timestamp();
  new_id uuid := gen_random_uuid();
  start bytea := ops.chain_start(new_id);
  digest bytea := sha256(convert_to(coalesce(enqueue.input::text, ''), 'UTF8'));
  note jsonb := jsonb_build_object('by', ops.caller());
  earlier ops.runs;
begin
  perform ops.check_text('agent', enqueue.agent);
  perform ops.check_text('kind', enqueue.kind);
  perform ops.check_json('input', enqueue.input);
  perform ops.check_number('priority', enqueue.priority, -1000, 1000);
  perform ops.check_number('maxAttempts', enqueue.max_attempts, 1, 100);
  if caller is not null and enqueue.idempotency_key is null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  elsif enqueue.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', enqueue.idempotency_key);
  end if;
  if caller <> enqueue.agent then
    perform ops.refuse('TP403', format('%s may not enqueue for %s', caller, enqueue.agent));
  end if;
  perform ops.ensure_event_partitions();
  -- Once more where the earlier run left between the two statements.
  loop
    insert into ops.runs (id, agent, kind, input, idempotency_key, input_digest, priority, run_at, max_attempts,
      requested_by, created_at, updated_at, last_seq, last_hash)
    values (new_id, enqueue.agent, enqueue.kind, enqueue.input, enqueue.idempotency_key, digest, enqueue.priority,
      coalesce(enqueue.run_at, instant), enqueue.max_attempts, ops.caller(), instant, instant, 1,
      ops.event_hash(new_id, 1, 'run.enqueued', note, instant, start))
    on conflict (agent, kind, idempotency_key) where idempotency_key is not null do nothing;
    if found then
      insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
      values (new_id, 1, 'run.enqueued', note, instant, start);
      return query select new_id, true;
      return;
    end if;
    select r.* into earlier from ops.runs r
    where r.agent = enqueue.agent and r.kind = enqueue.kind and r.idempotency_key = enqueue.idempotency_key;
    exit when found;
  end loop;
  if earlier.input_digest is distinct from digest then
    perform ops.refuse('TP422',
      format('Run %s has this idempotencyKey and another input: use a new key', earlier.id),
      jsonb_build_object('runId', earlier.id));
  end if;
  return query select earlier.id, false;
end
$$;

-- Leases up to max_runs to a worker, by priority and time; they stay QUEUED until mark_running. What others are just
-- claiming is passed by, so two workers never get the same run nor wait for each other.
create function ops.claim(
  agent text, worker text, kinds text[] default null, max_runs int default 1, lease_seconds int default 60
) returns setof ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  caller text := ops.caller_agent();
  instant timestamptz;
  claimed uuid[];
begin
  perform ops.check_text('agent', claim.agent);
  perform ops.check_text('worker', claim.worker);
  perform ops.check_number('maxRuns', claim.max_runs, 1, 500);
  perform ops.check_number('leaseSeconds', claim.lease_seconds, 5, 3600);
  if caller <> claim.agent then
    perform ops.refuse('TP403', format('%s may not claim runs of %s', caller, claim.agent));
  end if;
  perform ops.ensure_event_partitions();
  perform ops.requeue_lost_of(claim.agent, 100);
  instant := clock_timestamp();
  -- Ids first: a plan that joins on a limit it does not know would read all runs.
  claimed := array(
    select r.id from ops.runs r
    where r.agent = claim.agent and r.status = 'QUEUED' and r.leased_by is null and r.run_at <= instant
      and (claim.kinds is null or r.kind = any (claim.kinds))
    order by r.priority desc, r.run_at, r.id limit claim.max_runs
    for no key update skip locked);
  if claimed = '{}' then
    return;
  end if;
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
    select r.id, r.last_seq + 1, 'run.claimed', jsonb_build_object('worker', claim.worker, 'attempt', r.attempt + 1),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id))
    from ops.runs r where r.id = any (claimed)
    returning run_id, seq, type, payload, created_at, prev_hash
  ), changed as (
    update ops.runs r set
      attempt = r.attempt + 1, fence = r.fence + 1, leased_by = claim.worker,
      leased_until = instant + make_interval(secs => claim.lease_seconds), updated_at = e.created_at,
      last_seq = e.seq, last_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
    from event e where r.id = e.run_id
    returning r.*
  )
  select * from changed c order by c.priority desc, c.run_at, c.id;
end
$$;

-- Makes the lease last lease_seconds from now; answers until when.
create function ops.heartbeat(run_id uuid, fence int, lease_seconds int default 60) returns timestamptz
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
begin
  perform ops.check_number('leaseSeconds', heartbeat.lease_seconds, 5, 3600);
  run := ops.lock_run(heartbeat.run_id);
  perform ops.check_fence(run, heartbeat.fence);
  update ops.runs r set leased_until = clock_timestamp() + make_interval(secs => heartbeat.lease_seconds)
  where r.id = run.id
  returning r.* into run;
  return run.leased_until;
end
$$;

-- Says that the handler begins. Called again with the same fence it changes nothing.
create function ops.mark_running(run_id uuid, fence int) returns ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs := ops.lock_run(mark_running.run_id);
begin
  perform ops.check_fence(run, mark_running.fence);
  if run.status = 'RUNNING' then
    return (select r from ops.runs r where r.id = run.id);
  end if;
  run.status := 'RUNNING';
  run.started_at := run.updated_at;
  return ops.save_run(run, 'run.started', jsonb_build_object('worker', run.leased_by, 'attempt', run.attempt));
end
$$;

-- Says how the handler ended: a failure that may be retried goes back to the queue while attempts are left. Called
-- again with the same fence and the same words it changes nothing.
create function ops.mark_finished(
  run_id uuid, fence int, outcome text, output jsonb default null, error_code text default null,
  error_message text default null, retryable boolean default true
) returns ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  is_success boolean := mark_finished.outcome = 'SUCCEEDED';
  code text := case when not is_success then mark_finished.error_code end;
  -- Cut, not refused: a worker that reports a failure must not fail at that.
  message text := case when not is_success then left(mark_finished.error_message, 4000) end;
  details jsonb := jsonb_strip_nulls(jsonb_build_object('errorCode', code, 'message', message));
begin
  if mark_finished.outcome is null or mark_finished.outcome not in ('SUCCEEDED', 'FAILED') then
    perform ops.refuse('TP400', '"outcome" must be SUCCEEDED or FAILED');
  end if;
  if code is not null then
    perform ops.check_text('errorCode', code);
  end if;
  perform ops.check_json('output', mark_finished.output);
  run := ops.lock_run(mark_finished.run_id);
  if run.fence > 0 and run.fence = mark_finished.fence
    and run.error_code is not distinct from code and run.error_message is not distinct from message
    and ((run.status = mark_finished.outcome and run.output is not distinct from mark_finished.output)
      or (run.status = 'QUEUED' and run.leased_by is null and not is_success)) then
    return (select r from ops.runs r where r.id = run.id);
  end if;
  perform ops.check_fence(run, mark_finished.fence);
  if is_success and run.status <> 'RUNNING' then
    perform ops.refuse('TP409', format('Run %s is %s: mark it running first', run.id, run.status));
  end if;
  run.leased_by := null;
  run.leased_until := null;
  run.error_code := code;
  run.error_message := message;
  if not is_success and mark_finished.retryable and run.attempt < run.max_attempts then
    run.status := 'QUEUED';
    run.run_at := run.updated_at + ops.backoff(run.attempt);
    return ops.save_run(run, 'run.retried', details || jsonb_build_object('attempt', run.attempt, 'runAt', run.run_at));
  end if;
  run.status := mark_finished.outcome;
  run.output := mark_finished.output;
  run.finished_at := run.updated_at;
  if is_success then
    return ops.save_run(run, 'run.succeeded');
  end if;
  return ops.save_run(run, 'run.failed', details);
end
$$;

-- Adds an event to a run that has not ended. The types of the ledger's own events are not to be had.
create function ops.append_event(run_id uuid, type text, payload jsonb default null, fence int default null)
returns table (event_id uuid, seq int)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  new_id uuid := gen_random_uuid();
begin
  perform ops.check_text('type', append_event.type);
  perform ops.check_json('payload', append_event.payload);
  if append_event.type ~ '^(run|artifact)\.' then
    perform ops.refuse('TP400', 'Events of type run.… and artifact.… are written by the ledger itself: use another type');
  end if;
  run := ops.lock_run(append_event.run_id);
  perform ops.check_open(run, append_event.fence);
  run := ops.save_run(run, append_event.type, append_event.payload, new_id);
  return query select new_id, run.last_seq;
end
$$;

-- Calls a run off, also one that is running: its worker is refused from then on. One that is cancelled stays so.
create function ops.cancel(run_id uuid, reason text default null) returns ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
begin
  if cancel.reason is not null then
    perform ops.check_text('reason', cancel.reason, 2000);
  end if;
  run := ops.lock_run(cancel.run_id);
  if run.status = 'CANCELLED' then
    return (select r from ops.runs r where r.id = run.id);
  elsif ops.is_ended(run.status) then
    perform ops.refuse('TP409', format('Run %s has ended as %s: it can no longer be cancelled', run.id, run.status),
      jsonb_build_object('status', run.status));
  end if;
  run.status := 'CANCELLED';
  run.leased_by := null;
  run.leased_until := null;
  run.finished_at := run.updated_at;
  return ops.save_run(run, 'run.cancelled', jsonb_build_object('reason', cancel.reason, 'by', ops.caller()));
end
$$;

-- Records a file in object storage that a run has produced. The same again answers the first.
create function ops.record_artifact(
  run_id uuid, kind text, uri text, size bigint default null, digest text default null, fence int default null
) returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  artifact uuid;
begin
  perform ops.check_text('kind', record_artifact.kind);
  perform ops.check_text('uri', record_artifact.uri, 2048);
  if record_artifact.uri !~ '^[a-z][a-z0-9+.-]*://[^/]' or record_artifact.uri ~* '^(data|blob|javascript|about):' then
    perform ops.refuse('TP400', '"uri" must point into object storage, e.g. s3://bucket/key: nothing is kept inline');
  end if;
  if record_artifact.size < 0 then
    perform ops.refuse('TP400', '"size" must be a number of bytes');
  end if;
  if record_artifact.digest !~ '^[a-z0-9]+:[0-9A-Za-z+/=_-]{16,180}$' then
    perform ops.refuse('TP400', '"digest" must look like sha256:…');
  end if;
  run := ops.lock_run(record_artifact.run_id);
  perform ops.check_open(run, record_artifact.fence);
  select a.id into artifact from ops.artifacts a
  where a.run_id = run.id and a.kind = record_artifact.kind and a.uri = record_artifact.uri
    and a.size is not distinct from record_artifact.size and a.digest is not distinct from record_artifact.digest
  limit 1;
  if artifact is not null then
    return artifact;
  end if;
  insert into ops.artifacts (run_id, kind, uri, size, digest, created_at)
  values (run.id, record_artifact.kind, record_artifact.uri, record_artifact.size, record_artifact.digest, run.updated_at)
  returning id into artifact;
  perform ops.save_run(run, 'artifact.recorded', jsonb_strip_nulls(jsonb_build_object(
    'artifactId', artifact, 'kind', record_artifact.kind, 'uri', record_artifact.uri,
    'size', record_artifact.size, 'digest', record_artifact.digest)));
  return artifact;
end
$$;

-- Takes expired leases away, the caller's own where it is an agent; answers how many.
create function ops.requeue_lost(max_runs int default 100) returns int
language plpgsql security definer set search_path = '' as $$
begin
  perform ops.check_number('maxRuns', requeue_lost.max_runs, 1, 10000);
  perform ops.ensure_event_partitions();
  return ops.requeue_lost_of(ops.caller_agent(), requeue_lost.max_runs);
end
$$;

-- Computes the chain of a run again, from where the archive ends; names the first break, or none.
create function ops.verify_ledger(run_id uuid)
returns table (events int, first_seq int, last_seq int, broken_seq int, problem text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  caller text := ops.caller_agent();
  event ops.run_events;
  hash bytea;
begin
  select r.* into run from ops.runs r where r.id = verify_ledger.run_id;
  if run.id is null then
    perform ops.refuse('TP404', format('There is no run %s', coalesce(verify_ledger.run_id::text, 'without an id')));
  end if;
  if caller <> run.agent then
    perform ops.refuse('TP403', format('Run %s belongs to %s, not to %s', run.id, run.agent, caller));
  end if;
  events := 0;
  last_seq := run.archived_seq;
  hash := case when run.archived_seq = 0 then ops.chain_start(run.id) else run.archived_hash end;
  for event in
    select e.* from ops.run_events e where e.run_id = run.id and e.seq > run.archived_seq order by e.seq, e.created_at
  loop
    if event.seq <> verify_ledger.last_seq + 1 then
      broken_seq := least(event.seq, verify_ledger.last_seq + 1);
      problem := case when event.seq > broken_seq then format('event %s is missing', broken_seq)
        else format('event %s is there twice', broken_seq) end;
    elsif event.prev_hash is distinct from hash then
      broken_seq := greatest(verify_ledger.last_seq, 1);
      problem := case when verify_ledger.last_seq = 0 then 'event 1 does not begin the chain of this run'
        else format('event %s is not the one whose hash event %s carries', broken_seq, event.seq) end;
    end if;
    exit when problem is not null;
    hash := ops.event_hash(event.run_id, event.seq, event.type, event.payload, event.created_at, event.prev_hash);
    events := events + 1;
    first_seq := coalesce(first_seq, event.seq);
    last_seq := event.seq;
  end loop;
  if problem is null and verify_ledger.last_seq <> run.last_seq then
    broken_seq := least(verify_ledger.last_seq, run.last_seq) + 1;
    problem := case when verify_ledger.last_seq < run.last_seq then format('event %s is missing', broken_seq)
      else format('event %s is not counted by the run', broken_seq) end;
  elsif problem is null and hash is distinct from coalesce(run.last_hash, ops.chain_start(run.id)) then
    broken_seq := verify_ledger.last_seq;
    problem := format('event %s is not the one whose hash the run carries', broken_seq);
  end if;
  return next;
end
$$;

-- Counts and durations ---------------------------------------------------------------------------------------------

-- One row per agent, status and hour of creation (UTC); durations in milliseconds, null where no run has finished.
create view ops.run_stats with (security_invoker = true) as
select
  agent || '/' || status || '/' || to_char(hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24"Z"') as id,
  agent, status, hour, count, p50_ms, p95_ms
from (
  select
    agent, status, date_trunc('hour', created_at, 'UTC') as hour, count(*)::int as count,
    round(percentile_cont(0.5) within group (order by extract(epoch from finished_at - started_at)::float8 * 1000)::numeric, 3) as p50_ms,
    round(percentile_cont(0.95) within group (order by extract(epoch from finished_at - started_at)::float8 * 1000)::numeric, 3) as p95_ms
  from ops.runs
  group by agent, status, date_trunc('hour', created_at, 'UTC')
) as hours;
grant select on ops.run_stats to service_role, agent_sync_odoo_agent;

-- Who may call what --------------------------------------------------------------------------------------------------

revoke execute on all functions in schema ops from public;

grant execute on function
  ops.enqueue(text, text, jsonb, text, int, timestamptz, int),
  ops.claim(text, text, text[], int, int),
  ops.heartbeat(uuid, int, int),
  ops.mark_running(uuid, int),
  ops.mark_finished(uuid, int, text, jsonb, text, text, boolean),
  ops.append_event(uuid, text, jsonb, int),
  ops.record_artifact(uuid, text, text, bigint, text, int),
  ops.requeue_lost(int),
  ops.verify_ledger(uuid)
to service_role, agent_sync_odoo_agent;

grant execute on function ops.cancel(uuid, text) to service_role;
