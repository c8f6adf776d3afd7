-- Judges and ranks anew what waits already: what the doctrine says anew of agents holds for it too.
-- Executed by: nobody
-- Raises: nothing
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
