-- Copies a page, its blocks, its databases and its links to Odoo, after the original; with `subtree` also the pages below
-- that are not archived. Comments stay with the original. Answers {"id", "files", "leftOut"}.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422, TP429
-- Once per key: 'duplicatePage', jsonb_build_array(page_id, subtree, title)
create or replace function work.duplicate_page(
  page_id uuid, subtree boolean default false, title text default null, idempotency_key text default null,
  with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page work.pages;
  ids uuid[] := array[page_id];
  made jsonb;
begin
  if title is not null then
    perform work.check_text('title', title, 500);
  end if;
  page := work.find_page(page_id);
  perform work.require_role(page.space_id, 'editor');
  perform work.lock_tree(page.space_id);
  page := work.lock_page(page_id);
  if subtree then
    ids := work.page_subtree(page_id);
  end if;
  if cardinality(ids) > 1000 or (select count(*) from work.blocks b where b.page_id = any (ids)) > 20000 then
    perform work.refuse('TP429', 'At most 1000 pages with 20000 blocks are duplicated at once: duplicate the parts');
  end if;
  made := work.copy_pages(page, ids, title, with_files);
  return made;
end
$$;
