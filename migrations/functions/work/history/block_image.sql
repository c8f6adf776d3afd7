-- What a block was, for the history, in the names of the API.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.block_image(block work.blocks) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('type', block.type, 'content', block.content, 'parentId', block.parent_id, 'rank', block.rank,
    'createdAt', block.created_at);
end
$$;
