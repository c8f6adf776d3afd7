-- A run waits from when it was enqueued, or from when it may be claimed first, whichever is later. Where the ageing is 0 only
-- the priority counts.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.claim_rank(agent text, priority int, run_at timestamptz, created_at timestamptz) returns bigint
language sql stable set search_path = '' as $$
  select case when step = 0 then 0 else floor(extract(epoch from
    least(greatest(claim_rank.run_at, claim_rank.created_at), '9999-12-31')) / step)::bigint end - claim_rank.priority
  from (select coalesce((select a.ageing_seconds from ops.agents a where a.name = claim_rank.agent), 60) as step) ageing
$$;
