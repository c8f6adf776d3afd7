-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function odoo.receive_events(events jsonb) returns boolean[]
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  ids uuid[] := array(select gen_random_uuid() from jsonb_array_elements(receive_events.events));
  runs uuid[] := array(select gen_random_uuid() from jsonb_array_elements(receive_events.events));
  stored uuid[];
  wanted ops.runs[] := '{}';
  run ops.runs;
  event record;
begin
  -- In one order, whoever stores: two batches never wait in a circle.
  with given as (
    insert into odoo.webhook_events (id, run_id, instance, source, event_type, aggregate_type, aggregate_id, payload, dedupe_key)
    select ids[g.n], runs[g.n], g.e ->> 'instance', g.e ->> 'source', g.e ->> 'eventType', g.e ->> 'aggregateType',
      g.e ->> 'aggregateId', nullif(g.e -> 'payload', 'null'), g.e ->> 'dedupeKey'
    from jsonb_array_elements(receive_events.events) with ordinality g (e, n)
    order by g.e ->> 'instance', g.e ->> 'dedupeKey', g.e ->> 'aggregateType', g.e ->> 'aggregateId', g.n
    on conflict do nothing
    returning id, instance, source
  ), noted as (
    insert into odoo.event_log (type, instance, event_id, details)
    select 'received', g.instance, g.id, jsonb_build_object('source', g.source) from given g
  )
  select coalesce(array_agg(g.id), '{}') into stored from given g;
  for event in
    select ids[g.n] as id, runs[g.n] as run_id, g.e ->> 'orderingKey' as line
    from jsonb_array_elements(receive_events.events) with ordinality g (e, n)
    where ids[g.n] = any (stored)
    order by g.n
  loop
    run.id := event.run_id;
    run.input := jsonb_build_object('eventId', event.id);
    run.idempotency_key := event.id::text;
    run.ordering_keys := array[event.line];
    wanted := wanted || run;
  end loop;
  if wanted <> '{}' then
    -- Twelve attempts: an Odoo that is down for half an hour loses nothing.
    perform ops.add_runs('odoo-bridge', 'bridge.event', 12, wanted);
  end if;
  return array(select i.id = any (stored) from unnest(ids) with ordinality i (id, n) order by i.n);
end
$$;
revoke all on function odoo.receive_events from public;
grant execute on function odoo.receive_events to gateway;
comment on function odoo.receive_events is 'Stores events that instances of Odoo tell of, notes them, and enqueues the runs that process them: all or nothing. An event
that is stored already, or a hint at a record whose last hint nobody has begun to follow, changes nothing. `events` is a list of
{instance, source, eventType, aggregateType, aggregateId, orderingKey, payload, dedupeKey}; the answer says of each whether it is new.';

create or replace function ops.add_runs(agent text, kind text, max_attempts int, wanted ops.runs[]) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller();
  note jsonb := jsonb_build_object('by', caller);
  problem text := ops.check_work(add_runs.agent, add_runs.kind);
  instant timestamptz;
begin
  perform ops.ensure_event_partitions();
  -- The lines of all before the first run, in one order: two batches never wait in a circle.
  perform ops.lock_lines(add_runs.agent, array(select key from unnest(add_runs.wanted) w, unnest(w.ordering_keys) key));
  instant := clock_timestamp();
  with run as (
    select w.id, w.input, w.idempotency_key, w.ordering_keys, w.ordinality as n, ops.chain_start(w.id) as start, (
      select count(*) from unnest(w.ordering_keys) key
      where exists (select from ops.run_places p where p.agent = add_runs.agent and p.ordering_key = key)
        or exists (select from unnest(add_runs.wanted[:w.ordinality::int - 1]) before where key = any (before.ordering_keys))) as ahead
    from unnest(add_runs.wanted) with ordinality w
  ), added as (
    insert into ops.runs (id, agent, kind, input, idempotency_key, input_digest, priority, run_at, max_attempts, ordering_keys,
      lines_ahead, requested_by, warning, created_at, updated_at, last_seq, last_hash, sub, act, client_id)
    select r.id, add_runs.agent, add_runs.kind, r.input, r.idempotency_key, sha256(convert_to(coalesce(r.input::text, ''), 'UTF8')),
      0, instant, add_runs.max_attempts, r.ordering_keys, r.ahead, caller, problem, instant, instant, 1,
      ops.event_hash(r.id, 1, 'run.enqueued', note, instant, r.start, who.sub, who.act, who.client_id),
      who.sub, who.act, who.client_id
    from run r
  ), told as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id)
    select r.id, 1, 'run.enqueued', note, instant, r.start, who.sub, who.act, who.client_id from run r
  ), place as (
    select r.id, r.ordering_keys, nextval('ops.run_place') as place from (select * from run order by n) r
  )
  insert into ops.run_places (agent, ordering_key, place, run_id)
  select add_runs.agent, key, p.place, p.id from place p, unnest(p.ordering_keys) key;
end
$$;
revoke all on function ops.add_runs from public;
comment on function ops.add_runs is 'Adds runs of one kind that nobody can have added before, each with its id, input, key and lines: what add_run does, for many at once.';

drop function odoo.receive_event(text,text,text,text,text,text,jsonb,text);
