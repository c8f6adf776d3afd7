-- What an operation changed, as [{"id", "operation": INSERT | UPDATE | MOVE | DELETE}].
-- Executed by: user, service
-- Raises: nothing
create or replace function work.block_changes(operation text, variadic ids uuid[]) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'operation', operation) order by n), '[]')
  from unnest(ids) with ordinality u (id, n)
$$;
