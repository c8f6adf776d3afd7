-- Keys all siblings anew in the order they have, which is no change of theirs.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.rebalance_siblings(parent_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform set_config('work.rebalancing', 'on', true);
  update work.blocks b set rank = anew.rank
  from (
    select s.id, work.rank_at(row_number() over (order by s.rank, s.id)::int - 1) as rank
    from work.blocks s where s.inside_id = rebalance_siblings.parent_id
  ) anew
  where b.id = anew.id and b.rank <> anew.rank;
  perform set_config('work.rebalancing', '', true);
end
$$;
