-- The id of the copy of what has this id; `seed` is one of each copying.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.copy_id(seed uuid, id uuid) returns uuid
language sql immutable strict set search_path = '' as $$ select work.block_id(seed, id) $$;
