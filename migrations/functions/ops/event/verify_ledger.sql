-- Computes the chain of a run again, from where the archive ends; names the first break, or none.
-- Executed by: operation
-- Raises: TP403, TP404
create or replace function ops.verify_ledger(run_id uuid)
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
  if run.id is null or run.tenant_id <> ops.tenant() then
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
    if event.tenant_id <> run.tenant_id then
      broken_seq := event.seq;
      problem := format('event %s is of another tenant than its run', broken_seq);
    end if;
    exit when problem is not null;
    if event.seq = 1 and row(event.sub, event.act, event.client_id) is distinct from row(run.sub, run.act, run.client_id) then
      broken_seq := 1;
      problem := 'the run names another person, agent or client than its first event';
    end if;
    exit when problem is not null;
    hash := ops.event_hash(event.run_id, event.seq, event.type, event.payload, event.created_at, event.prev_hash,
      event.sub, event.act, event.client_id);
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
