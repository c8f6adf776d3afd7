-- The chunks nearest to a vector, nearest first, as many as were asked for wherever there are as many. Those of another
-- model are not compared. Where the viewer sees many, the graph is walked on until enough of what it finds is visible
-- (hnsw.iterative_scan), and of more than are asked for the nearest are taken; where it ends before, all are compared.
--
-- Dynamic, because a Postgres without pgvector has neither the column nor the operator, and because a plan for these very
-- spaces knows how many chunks they have.
-- Executed by: workspace-ask-docs, user, service
-- Raises: TP400
create or replace function work.nearest_chunks(
  embedding real[], model text, space_ids uuid[], updated_after timestamptz, updated_before timestamptz, most int
) returns table (id uuid, distance float8)
language plpgsql stable rows 50 set search_path = '' as $$
#variable_conflict use_variable
declare
  spaces constant uuid[] := work.readable_space_ids(space_ids);
  visible constant text := ' from work.search_index s join work.pages p on p.id = s.page_id
    where s.space_id = any ($2) and s.model = $3 and p.archived_at is null
      and ($4 is null or p.updated_at > $4) and ($5 is null or p.updated_at < $5)';
  distance_to constant text := ' s.embedding operator(extensions.<=>) $1::extensions.vector ';
  has_dates constant boolean := updated_after is not null or updated_before is not null;
  count_of constant text := case when has_dates then visible
    else ' from work.search_index s where s.space_id = any ($2) and s.model = $3' end;
  few constant int := work.exact_scan_limit();
  many boolean;
  ids uuid[];
  distances float8[];
begin
  if embedding is null or 0 = all (embedding) or cardinality(spaces) = 0 or not work.has_embeddings() then
    return;
  elsif cardinality(embedding) <> 1536 then
    perform work.refuse('TP400', 'An embedding has 1536 numbers');
  end if;
  execute 'select count(*) > $6 from (select' || count_of || ' limit $6 + 1) counted' into many
  using embedding, spaces, model, updated_after, updated_before, few;
  if many and work.has_iterative_scan() then
    perform work.walk_the_graph(true);
    execute 'select array_agg(n.id), array_agg(n.distance) from (select s.id, ' || distance_to || ' as distance' || visible
      || ' order by ' || distance_to || ' limit greatest($6, 100)) n' into ids, distances
    using embedding, spaces, model, updated_after, updated_before, most;
    perform work.walk_the_graph(false);
    if cardinality(ids) >= most then
      return query select n.id, n.distance from unnest(ids, distances) as n (id, distance)
        order by n.distance, n.id limit most;
      return;
    end if;
  end if;
  -- Materialized: ordered by the index it would be the same walk again.
  return query execute 'with compared as materialized (select s.id, ' || distance_to || ' as distance' || visible || ')
    select c.id, c.distance from compared c where c.distance <> ''NaN'' order by c.distance, c.id limit $6'
  using embedding, spaces, model, updated_after, updated_before, most;
end
$$;
