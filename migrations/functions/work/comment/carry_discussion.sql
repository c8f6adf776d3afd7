-- Moves what was said about a block, and the files on it, to another block of the page. SECURITY DEFINER: an editor who
-- merges blocks moves what others have said.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.carry_discussion(block_id uuid, into_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_variable
begin
  if not exists (
    select from work.blocks b join work.blocks target on target.page_id = b.page_id
    where b.id = block_id and target.id = into_id
      and (not work.is_user() or b.space_id in (select work.my_editable_space_ids()))
  ) then
    perform work.refuse('TP404', format('There is no block %s on this page', into_id));
  end if;
  update work.comments c set block_id = into_id, former_block_ids = c.former_block_ids || carry_discussion.block_id
  where c.block_id = carry_discussion.block_id;
  update work.attachments a set block_id = into_id, former_block_ids = a.former_block_ids || carry_discussion.block_id
  where a.block_id = carry_discussion.block_id;
end
$$;
