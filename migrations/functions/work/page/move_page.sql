-- Moves a page with all below it and on it; into another space the mover is editor of both.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'movePage',
--   jsonb_build_array(page_id, space_id, parent_id, after_id, before_id, expected_version)
create or replace function work.move_page(
  page_id uuid, space_id uuid default null, parent_id uuid default null, after_id uuid default null,
  before_id uuid default null, expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page work.pages;
  place record;
begin
  page := work.find_page(page_id);
  perform work.require_role(page.space_id, 'editor');
  if page_id in (after_id, before_id) then
    perform work.refuse('TP400', 'A page cannot stand beside itself');
  end if;
  place := work.resolve_place(space_id, parent_id, after_id, before_id);
  perform work.require_role(place.space_id, 'editor');
  perform work.lock_tree(page.space_id, place.space_id);
  page := work.lock_page(page_id, expected_version);
  if place is distinct from work.resolve_place(space_id, parent_id, after_id, before_id) then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  update work.pages p set space_id = place.space_id, parent_id = place.parent_id,
    rank = work.page_rank(place.space_id, place.parent_id, after_id, before_id, page_id)
  where p.id = page_id;
  return page_id;
end
$$;
