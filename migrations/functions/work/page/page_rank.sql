-- The key between a page's new neighbours, under the tree's lock: last in the list where no neighbour is given.
-- Executed by: user, service
-- Raises: TP409
create or replace function work.page_rank(
  space_id uuid, parent_id uuid, after_id uuid default null, before_id uuid default null, but uuid default null
) returns text
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  ids uuid[];
  ranks text[];
  place int;
  made text;
begin
  for attempt in 1 .. 2 loop
    select array_agg(s.id order by s.n), array_agg(s.rank order by s.n) into ids, ranks
    from work.page_siblings(space_id, parent_id, but) with ordinality as s (id, rank, n);
    place := case
      when after_id is not null then array_position(ids, after_id)
      when before_id is not null then array_position(ids, before_id) - 1
      else coalesce(cardinality(ids), 0) end;
    if place is null then
      perform work.refuse('TP409', 'The page to stand beside is no longer there: read again and retry');
    end if;
    made := work.rank_between(ranks[place], ranks[place + 1]);
    exit when length(made) <= work.max_rank_length();
    perform set_config('work.rebalancing', 'on', true);
    update work.pages p set rank = work.rank_at(n.place::int - 1)
    from unnest(ids) with ordinality as n (id, place)
    where p.id = n.id and p.rank <> work.rank_at(n.place::int - 1);
    perform set_config('work.rebalancing', '', true);
  end loop;
  return made;
end
$$;
