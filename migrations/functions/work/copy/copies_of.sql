-- {"id of one of these": "id of its copy"}
-- Executed by: user, service
-- Raises: nothing
create or replace function work.copies_of(seed uuid, ids uuid[]) returns jsonb
language sql immutable set search_path = '' as
  $$ select coalesce(jsonb_object_agg(id, work.copy_id(seed, id)), '{}') from unnest(ids) as id $$;
