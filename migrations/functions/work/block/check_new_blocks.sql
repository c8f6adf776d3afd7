-- Checks the contents, places and number of the blocks that a statement adds, of those who write rows themselves.
-- Executed by: nobody
-- Raises: TP400, TP429
create or replace function work.check_new_blocks() returns trigger
language plpgsql set search_path = '' as $$
begin
  if row_security_active(tg_relid) or current_user = 'service_role' then
    perform work.refuse_content(c.type, work.content_problem(c.type, c.content)) from changed c
    where work.content_problem(c.type, c.content) is not null limit 1;
    perform work.check_block_places(array_agg(c.id), false) from changed c where c.parent_id is not null having count(*) > 0;
    perform work.check_block_count(n.page_id, n.added) from (select c.page_id, count(*)::int as added from changed c group by 1) n;
  end if;
  return null;
end
$$;
