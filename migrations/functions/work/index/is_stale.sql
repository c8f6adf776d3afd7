-- Whether a page has no chunk, or one whose vector is of another model.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.is_stale(page_id uuid, model text) returns boolean
language sql stable set search_path = '' as $$
  select not exists (select from work.search_index s where s.page_id = is_stale.page_id)
    or (work.has_embeddings() and exists (
      select from work.search_index s where s.page_id = is_stale.page_id and s.model is distinct from is_stale.model))
$$;
