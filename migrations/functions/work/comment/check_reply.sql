-- Refuses a client's reply to a reply, to a thread that is resolved, and beside the block that the thread stands on. After the
-- row: an upsert of a reply that is there is no new one.
-- Executed by: nobody
-- Raises: TP400, TP409
create or replace function work.check_reply() returns trigger
language plpgsql set search_path = '' as $$
declare
  thread work.comments;
begin
  if not (row_security_active(tg_relid) or current_user = 'service_role') then
    return null;
  end if;
  select c.* into thread from work.comments c where c.id = new.parent_id;
  if thread.parent_id is not null then
    perform work.refuse('TP400', 'A reply answers the comment that began the thread');
  elsif thread.resolved_at is not null then
    perform work.refuse('TP409', 'The thread is resolved: reopen it first');
  elsif thread.block_id is distinct from new.block_id then
    perform work.refuse('TP400', 'A reply stands on the block that its thread stands on', '{"argument": "block_id"}');
  end if;
  return null;
end
$$;
