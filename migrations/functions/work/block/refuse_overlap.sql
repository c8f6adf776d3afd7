-- Refuses operations made for an older version where they meet what changed since: the block that one of them changes
-- was changed in any way, or the one it is placed beside or inside was moved or deleted. To merge into "the block
-- before" takes that nothing on the page has come, gone or moved.
-- Executed by: user, service
-- Raises: TP409
create or replace function work.refuse_overlap(page work.pages, expected_version int, operations jsonb) returns void
language plpgsql stable set search_path = '' as $$
declare
  overlap uuid[];
begin
  with since as (
    select c.block_id, c.kind = 'DELETED' or coalesce(c.moved_version > expected_version, false) as displaced,
      coalesce(c.inserted_version > expected_version, false) as inserted
    from work.page_changes c where c.page_id = page.id and c.version > expected_version
  ), met as (
    select s.block_id from since s join work.touched_blocks(operations) t on t.block_id = s.block_id
    where t.role = 'own' or s.displaced
    union
    select s.block_id from since s where (s.inserted or s.displaced) and exists (
      select from jsonb_array_elements(operations) o (operation)
      where o.operation ->> 'op' = 'merge' and o.operation ->> 'intoId' is null)
  )
  select array_agg(m.block_id order by m.block_id) into overlap from met m;
  if overlap is not null then
    raise exception 'The page has changed since version %: read what changed, and send the operations for version %',
      expected_version, page.version
      using errcode = 'TP409', detail = jsonb_build_object('currentVersion', page.version,
        'changed', work.changes_since(page.id, expected_version), 'overlapping', to_jsonb(overlap[1:200]));
  end if;
end
$$;
