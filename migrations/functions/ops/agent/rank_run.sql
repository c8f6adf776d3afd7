-- Keeps the rank by which a run is claimed, see ops.claim_rank.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.rank_run() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.claim_rank := ops.claim_rank(new.agent, new.priority, new.run_at, new.created_at);
  return new;
end
$$;
