-- Sets how far the graph of vectors is walked, for the statement to come, and back. So wide a walk, because a graph of texts
-- falls apart into topics, and a narrow one may end in the topic next to the right one: of 200,000 chunks of 400 topics a
-- walk of 100 found 0.91 of the ten nearest, one of 600 found 0.99. Without sorts the planner takes the index, whatever it
-- thinks that the distances of all rows cost: it does not count that each is read from beside the table.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.walk_the_graph(walks boolean) returns void
language plpgsql volatile set search_path = '' as $$
begin
  perform set_config('enable_sort', case when walks then 'off' else 'on' end, true);
  if walks then
    perform set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.ef_search', '600', true),
      set_config('hnsw.scan_mem_multiplier', '4', true);
  end if;
end
$$;
