-- Refuses changes after which a page has more than 10000 blocks.
-- Executed by: user, service
-- Raises: TP429
create or replace function work.check_page_size(page_id uuid, changes jsonb) returns void
language plpgsql stable set search_path = '' as $$
begin
  if changes @> '[{"operation": "INSERT"}]'
    and (select count(*) from work.blocks b where b.page_id = check_page_size.page_id) > 10000 then
    perform work.refuse_operation('TP429', 'A page has at most 10000 blocks: begin another page', 'operations');
  end if;
end
$$;
