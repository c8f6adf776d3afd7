-- Begins a thread on a page, or on one of its blocks.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'addComment', jsonb_build_array(page_id, body, block_id)
create or replace function work.add_comment(page_id uuid, body text, block_id uuid default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page work.pages;
  comment_id uuid;
begin
  perform work.check_text('body', body, 10000);
  page := work.find_open_page(page_id);
  if block_id is not null and not exists (select from work.blocks b where b.id = block_id and b.page_id = page.id) then
    perform work.refuse('TP404', format('There is no block %s on the page', block_id));
  end if;
  insert into work.comments as c (space_id, page_id, block_id, body) values (page.space_id, page.id, block_id, body)
  returning c.id into comment_id;
  return comment_id;
end
$$;
