-- Restores a page with all that was archived with it.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'restorePage', jsonb_build_array(page_id, expected_version)
create or replace function work.restore_page(page_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page work.pages;
begin
  page := work.find_page(page_id);
  perform work.require_role(page.space_id, 'editor');
  perform work.lock_tree(page.space_id);
  page := work.lock_page(page_id, expected_version, archived => true);
  if exists (select from work.pages p where p.id = page.parent_id and p.archived_at is not null) then
    perform work.refuse('TP409', 'The page above it is archived: restore that one first', jsonb_build_object('archivedWith', page.archived_with));
  end if;
  update work.pages p set archived_at = null, archived_with = null
  where p.id = page_id or (p.id = any (work.page_subtree(page_id, archived => true)) and p.archived_with = page_id);
  return page_id;
end
$$;
