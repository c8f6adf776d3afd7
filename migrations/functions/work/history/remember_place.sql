-- Keeps the block of a comment or file that loses it or goes with a text that is merged. No more than that is kept: what is
-- taken back of them is gone.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.remember_place() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform work.keep_changes(case tg_table_name when 'comments' then 'COMMENT' else 'ATTACHMENT' end,
    array[new.page_id], array[new.id], array['MOVE'], array[jsonb_build_object('blockId', old.block_id)]);
  return null;
end
$$;
