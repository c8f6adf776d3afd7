-- Keeps the name of the block that a comment stood at, where the block itself is gone: what an editor takes off a block
-- that is there is to stay off it.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.note_former_block() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not exists (select from work.blocks b where b.id = old.block_id) then
    new.former_block_ids := old.former_block_ids || old.block_id;
  end if;
  return new;
end
$$;
