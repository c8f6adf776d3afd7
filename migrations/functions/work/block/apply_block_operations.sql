-- Applies operations to a page, in order, all or none; triggers raise its version by one and note the blocks. Made for
-- an older version, they are applied where they do not meet what changed since. Answers {"page", "version", "blocks",
-- "deletedBlockIds", "created": [{"givenId", "id"}]}, with the stored id of each block that an operation made.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422, TP429
-- Once per key: 'applyBlockOperations',
--   jsonb_build_object('pageId', page_id, 'expectedVersion', expected_version, 'operations', operations)
-- Repeated: work.blocks_that_are_left(answer)
create or replace function work.apply_block_operations(
  page_id uuid, expected_version int, operations jsonb, idempotency_key text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  page work.pages;
  change jsonb;
  changes jsonb := '[]';
  created jsonb := '[]';
  applied jsonb;
begin
  perform work.check_operations(expected_version, operations);
  page := work.lock_page(page_id);
  operations := work.with_block_ids(page.id, operations);
  if expected_version > page.version then
    raise exception 'The page has version % only', page.version
      using errcode = 'TP409', detail = jsonb_build_object('currentVersion', page.version, 'changed', '[]'::jsonb);
  elsif expected_version < page.version then
    perform work.refuse_overlap(page, expected_version, operations);
  end if;
  for i in 0 .. jsonb_array_length(operations) - 1 loop
    change := work.apply_operation(page,
      operations -> i || jsonb_build_object('path', format('operations.%s.%s', i, operations -> i ->> 'op')));
    changes := changes || change;
    created := created || coalesce((
      select jsonb_agg(jsonb_build_object('givenId', operations -> i -> 'id', 'id', c.change -> 'id'))
      from jsonb_array_elements(change) c (change) where c.change ->> 'operation' = 'INSERT'), '[]');
  end loop;
  perform work.check_page_size(page.id, changes);
  applied := (
    select jsonb_build_object('page', page.id, 'version', (select p.version from work.pages p where p.id = page.id),
      'created', created,
      'blocks', coalesce(jsonb_agg(c.block_id order by c.n) filter (where not c.is_deleted), '[]'),
      'deletedBlockIds', coalesce(jsonb_agg(c.block_id order by c.n) filter (where c.is_deleted), '[]'))
    from work.net_changes(changes) c);
  return applied;
end
$$;
