-- Where a page is to stand: beside a page, else below one, else at the top of a space.
-- Executed by: user, service
-- Raises: TP400, TP404, TP409
create or replace function work.resolve_place(
  inout space_id uuid, inout parent_id uuid, after_id uuid default null, before_id uuid default null
) language plpgsql stable set search_path = '' as $$
#variable_conflict use_variable
declare
  beside work.pages;
  above work.pages;
begin
  if num_nonnulls(after_id, before_id) = 2 then
    perform work.refuse('TP400', 'Give the page to stand after or the page to stand before, not both', '{"argument": "before"}');
  elsif num_nonnulls(after_id, before_id) = 1 then
    beside := work.find_page(coalesce(after_id, before_id));
    if parent_id <> coalesce(beside.parent_id, beside.id) then
      perform work.refuse('TP400', 'The page beside stands below another page than the parent that is given', '{"argument": "parentId"}');
    end if;
    parent_id := beside.parent_id;
  end if;
  if parent_id is not null then
    above := work.find_page(parent_id);
    if above.archived_at is not null then
      perform work.refuse('TP409', 'The page above is archived: restore it first');
    end if;
  end if;
  if space_id <> coalesce(above.space_id, beside.space_id) then
    perform work.refuse('TP400', 'The place that is given is in another space', '{"argument": "spaceId"}');
  end if;
  space_id := coalesce(above.space_id, beside.space_id, space_id);
  if space_id is null then
    perform work.refuse('TP400', 'Say where: give a space, a parent, or a page to stand beside');
  end if;
end
$$;
