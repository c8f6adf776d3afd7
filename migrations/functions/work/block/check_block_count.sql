-- At most 10000 blocks on a page. How many the transaction has put on one is remembered: counting them for each of a list
-- of operations takes longer than the operations.
-- Executed by: user, service
-- Raises: TP429
create or replace function work.check_block_count(page_id uuid, added int) returns void
language plpgsql set search_path = '' as $$
declare
  known text := coalesce(current_setting('work.block_count', true), '');
  count int := added + nullif(split_part(known, ' ', 2), '')::int;
begin
  if split_part(known, ' ', 1) <> page_id::text or count > 10000 then
    select count(*) into count from work.blocks b where b.page_id = check_block_count.page_id;
  end if;
  perform set_config('work.block_count', page_id || ' ' || count, true);
  if count > 10000 then
    perform work.refuse('TP429', 'A page has at most 10000 blocks: begin another page', '{"argument": "operations"}');
  end if;
end
$$;
