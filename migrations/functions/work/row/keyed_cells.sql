-- Cells under the id of their database, so that the index is asked for one database alone.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.keyed_cells(database_id uuid, data jsonb) returns jsonb
language sql immutable parallel safe set search_path = '' as $$ select jsonb_build_object(database_id::text, data) $$;
