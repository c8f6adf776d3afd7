-- Adds runs of one kind that nobody can have added before, each with its id, input, key and lines: what add_run does, for many at once.
-- Executed by: nobody
-- Raises: 42501, TP400, TP403
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
