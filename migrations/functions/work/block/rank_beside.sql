-- A rank beside an anchor; keys the siblings anew where there is none between two of them.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.rank_beside(parent_id uuid, anchor_id uuid, is_before boolean, block_id uuid) returns text
language plpgsql set search_path = '' as $$
declare
  rank text := work.free_rank(parent_id, anchor_id, is_before, block_id);
begin
  if rank is null then
    perform work.rebalance_siblings(parent_id);
    rank := work.free_rank(parent_id, anchor_id, is_before, block_id);
  end if;
  return rank;
end
$$;
