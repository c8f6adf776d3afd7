-- Archives a page with all below it; what was archived before keeps its own mark, and is not restored with this one.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'archivePage', jsonb_build_array(page_id, expected_version)
create or replace function work.archive_page(page_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page work.pages;
begin
  page := work.find_page(page_id);
  perform work.require_role(page.space_id, 'editor');
  perform work.lock_tree(page.space_id);
  perform work.lock_page(page_id, expected_version);
  update work.pages p set archived_at = now(), archived_with = page_id where p.id = any (work.page_subtree(page_id));
  return page_id;
end
$$;
