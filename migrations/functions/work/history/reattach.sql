-- Brings comments and files back to the blocks that they stood at. SECURITY DEFINER: they are other people's too.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.reattach() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  with place as (
    select distinct on (c.record_id) c.record_id, c.page_id, b.id as block_id
    from work.history_changes c join changed b on b.page_id = c.page_id and b.id = (c.before ->> 'blockId')::uuid
    where c.kind in ('COMMENT', 'ATTACHMENT')
    order by c.record_id, c.changed_at desc
  ), comments as (
    update work.comments t set block_id = p.block_id from place p
    where t.id = p.record_id and t.page_id = p.page_id and t.block_id is distinct from p.block_id
  )
  update work.attachments t set block_id = p.block_id from place p
  where t.id = p.record_id and t.page_id = p.page_id and t.block_id is distinct from p.block_id;
  return null;
end
$$;
