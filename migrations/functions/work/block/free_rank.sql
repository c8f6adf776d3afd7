-- A rank just after or just before an anchor; null where it needs a rebalance. Without an anchor, "before" is before the
-- end of the list, and "after" is after its beginning. The block that is moved does not count as a sibling of itself.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.free_rank(parent_id uuid, anchor_id uuid, is_before boolean, block_id uuid) returns text
language plpgsql stable set search_path = '' as $$
declare
  anchor text := (select b.rank from work.blocks b where b.id = anchor_id);
  -- Beyond every key, so that the index finds the neighbour also where there is no anchor.
  edge text := coalesce(anchor, case when is_before then chr(1114111) else '' end);
  edge_id uuid := coalesce(anchor_id, '00000000-0000-0000-0000-000000000000');
  neighbour text;
  rank text;
begin
  if is_before then
    select s.rank into neighbour from work.blocks s
    where s.inside_id = free_rank.parent_id and (s.rank, s.id) < (edge, edge_id)
      and s.id is distinct from block_id
    order by s.rank desc, s.id desc limit 1;
    rank := work.rank_between(neighbour, anchor);
  else
    select s.rank into neighbour from work.blocks s
    where s.inside_id = free_rank.parent_id and (s.rank, s.id) > (edge, edge_id)
      and s.id is distinct from block_id
    order by s.rank, s.id limit 1;
    rank := work.rank_between(anchor, neighbour);
  end if;
  return case when length(rank) <= work.max_rank_length() then rank end;
end
$$;
