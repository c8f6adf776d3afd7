-- The passages that answer a question best, best first, at most `most` (1 to 100): reciprocal rank fusion of the nearest
-- and of the best matching, of each at least 50. Either half alone where there is no question, or no embedding.
--
-- `snippet` is text; `highlighted` is HTML, escaped, with the words of the question in <mark> and no other element.
-- Executed by: workspace-ask-docs, user, service
-- Raises: TP400
create or replace function work.search_passages(
  question text, embedding real[], model text, space_ids uuid[] default null,
  updated_after timestamptz default null, updated_before timestamptz default null, most int default 10
) returns table (
  id uuid, page_id uuid, space_id uuid, block_id uuid, block_ids uuid[], heading text, content text, score float8,
  semantic_rank int, keyword_rank int, snippet text, highlighted text, page_version int, indexed_at timestamptz
)
language plpgsql stable rows 10 set search_path = '' as $$
#variable_conflict use_column
declare
  wanted constant int := least(greatest(coalesce(most, 10), 1), 100);
  depth constant int := greatest(50, 2 * wanted);
begin
  return query
  with near as materialized (
    select n.id, row_number() over (order by n.distance, n.id)::int as rank
    from work.nearest_chunks(embedding, model, space_ids, updated_after, updated_before, depth) n
  ), matching as materialized (
    select m.id, row_number() over (order by m.score desc, m.id)::int as rank
    from work.matching_chunks(question, space_ids, updated_after, updated_before, depth) m
    order by rank limit depth
  ), best as materialized (
    select coalesce(n.id, m.id) as id, n.rank as semantic_rank, m.rank as keyword_rank,
      (coalesce(1.0 / (60 + n.rank), 0) + coalesce(1.0 / (60 + m.rank), 0))::float8 as score
    from near n full join matching m on m.id = n.id
    order by score desc, id limit wanted
  ), marked as materialized (
    select b.score, b.semantic_rank, b.keyword_rank, c.*,
      work.excerpt_for(c.config, c.content, question) as marked
    -- One by one: the planner does not know how few they are.
    from best b cross join lateral (
      select s.id, s.page_id, s.space_id, s.block_ids, s.heading, s.content, s.page_version, s.indexed_at,
        p.language::regconfig as config
      from work.search_index s join work.spaces p on p.id = s.space_id where s.id = b.id offset 0
    ) c
  )
  select m.id, m.page_id, m.space_id, m.block_ids[1], m.block_ids, m.heading, m.content, m.score,
    m.semantic_rank, m.keyword_rank, work.marked_text(m.marked), work.marked_html(m.marked), m.page_version, m.indexed_at
  from marked m order by m.score desc, m.id;
end
$$;
