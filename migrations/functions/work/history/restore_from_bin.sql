-- Brings back what was deleted, under its own id: a block with what stood inside it, a column with its cells, a row.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422, TP429
-- Once per key: 'restoreFromBin', jsonb_build_array(page_id, item_ids, expected_version)
create or replace function work.restore_from_bin(
  page_id uuid, item_ids uuid[], expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  item work.bin;
  missing uuid;
begin
  if coalesce(cardinality(item_ids), 0) not between 1 and 200 then
    perform work.refuse('TP400', 'From 1 to 200 things are brought back at once', '{"argument": "itemIds"}');
  end if;
  perform work.lock_page(page_id, expected_version);
  select i.id into missing from unnest(item_ids) with ordinality i (id, n)
  where not exists (select from work.bin b where b.id = i.id and b.page_id = page_id) order by i.n limit 1;
  if missing is not null then
    perform work.refuse('TP404', format('There is no %s in the bin of the page', missing), '{"argument": "itemIds"}');
  end if;
  perform set_config('work.restoring', 'bin', true);
  -- Columns before the rows that have values in them.
  for item in
    select b.* from work.bin b where b.id = any (item_ids) and b.page_id = page_id order by b.kind, b.deleted_at desc, b.content ->> 'rank'
  loop
    case item.kind
      when 'BLOCK' then perform work.put_block_back(item);
      when 'COLUMN' then perform work.put_column_back(item);
      else perform work.put_row_back(item);
    end case;
  end loop;
  perform work.check_page_size(page_id, '[{"operation": "INSERT"}]');
  perform set_config('work.restoring', '', true);
  return page_id;
end
$$;
