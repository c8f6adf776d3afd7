-- Ageing: what waits long enough goes before what is newer and of a higher priority. So many seconds of waiting count as one
-- point of priority that the order of any two runs never changes while they wait: it is a column, and the claim reads an index.

alter table ops.runs add column claim_rank bigint not null default 0;
comment on column ops.runs.claim_rank is
  'Who is claimed first: the lower number. When it began to wait, counted in steps of its agent''s ageing, less its priority.';

-- A run waits from when it was enqueued, or from when it may be claimed first, whichever is later.
create function ops.claim_rank(agent text, priority int, run_at timestamptz, created_at timestamptz) returns bigint
language sql stable set search_path = '' as $$
  select case when step = 0 then 0 else floor(extract(epoch from
    least(greatest(claim_rank.run_at, claim_rank.created_at), '9999-12-31')) / step)::bigint end - claim_rank.priority
  from (select coalesce((select a.ageing_seconds from ops.agents a where a.name = claim_rank.agent), 60) as step) ageing
$$;

create function ops.rank_run() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.claim_rank := ops.claim_rank(new.agent, new.priority, new.run_at, new.created_at);
  return new;
end
$$;
create trigger rank_insert before insert on ops.runs for each row execute function ops.rank_run();
create trigger rank_update before update on ops.runs for each row
  when (new.run_at is distinct from old.run_at or new.priority is distinct from old.priority)
  execute function ops.rank_run();

drop index ops.runs_claimable;
create index runs_claimable on ops.runs (agent, claim_rank, run_at, id)
  where status = 'QUEUED' and leased_by is null and lines_ahead = 0;

-- What the doctrine says anew holds for what waits already.
create or replace function ops.note_agents() returns trigger
language plpgsql set search_path = '' as $$
begin
  update ops.runs r set warning = w.problem
  from ops.runs o, ops.judge_work(o.agent, o.kind) w
  where r.id = o.id and o.status = 'QUEUED' and o.attempt = 0 and o.agent <> 'tripoint-retention'
    and o.warning is distinct from w.problem;
  update ops.schedules s set warning = w.problem
  from ops.schedules o, ops.judge_work(o.agent, o.kind) w
  where s.id = o.id and o.warning is distinct from w.problem;
  update ops.runs r set claim_rank = ops.claim_rank(r.agent, r.priority, r.run_at, r.created_at)
  where r.status in ('QUEUED', 'RUNNING')
    and r.claim_rank is distinct from ops.claim_rank(r.agent, r.priority, r.run_at, r.created_at);
  return null;
end
$$;

-- Leases up to max_runs to a worker, the longest waiting first and each point of priority counting as some of its wait, of
-- those that are first in their lines; they stay QUEUED until mark_running. What others are just claiming is passed by, so
-- two workers never get the same run nor wait for each other.
create or replace function ops.claim(
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
    where r.agent = claim.agent and r.status = 'QUEUED' and r.leased_by is null and r.lines_ahead = 0 and r.run_at <= instant
      and (claim.kinds is null or r.kind = any (claim.kinds))
    order by r.claim_rank, r.run_at, r.id limit claim.max_runs
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
      attempt = r.attempt + 1, fence = r.fence + 1, leased_by = claim.worker, warning = null,
      leased_until = instant + make_interval(secs => claim.lease_seconds), updated_at = e.created_at,
      last_seq = e.seq, last_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
    from event e where r.id = e.run_id
    returning r.*
  )
  select * from changed c order by c.claim_rank, c.run_at, c.id;
end
$$;
