-- The stored id of the block that a client names so: that of a block which this page had and has no more is its own
-- name, so that an undo brings back the very block. Any other one is a name on this page, see work.block_id.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.new_block_id(page_id uuid, given_id uuid) returns uuid
language sql stable set search_path = '' as $$
  select case when exists (
    select from work.page_changes c
    where c.page_id = new_block_id.page_id and c.block_id = new_block_id.given_id and c.kind = 'DELETED'
  ) then given_id else work.block_id(page_id, given_id) end
$$;
