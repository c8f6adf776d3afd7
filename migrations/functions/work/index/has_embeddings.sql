-- Whether vectors are kept: a Postgres without pgvector has the keyword half alone, and nothing is embedded for it.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.has_embeddings() returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = 'work.search_index'::regclass and a.attname = 'embedding' and not a.attisdropped)
$$;
