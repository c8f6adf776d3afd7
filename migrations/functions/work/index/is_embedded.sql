-- Whether the vector of a text, by its hash, is stored for a model.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.is_embedded(model text, hash bytea) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from work.search_index s
    where s.content_hash = is_embedded.hash and s.model = is_embedded.model and s.embedding is not null
  ) or exists (
    select from work.kept_embeddings k where k.content_hash = is_embedded.hash and k.model = is_embedded.model);
end
$$;
