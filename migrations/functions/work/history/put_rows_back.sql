-- Puts the rows of a page's databases back as they were after an entry.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.put_rows_back(page_id uuid, number int) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  insert into work.db_rows (id, space_id, database_id, data, rank)
  select i.record_id, d.space_id, d.id, work.present_cells(d.id, i.before -> 'data'), i.before ->> 'rank'
  from work.images_since(page_id, number, 'ROW') i
  join work.databases d on d.id = (i.before ->> 'databaseId')::uuid and d.page_id = page_id
  where i.before is not null and not exists (select from work.db_rows r where r.id = i.record_id)
  order by i.before ->> 'rank', i.record_id;
  -- Once more for those that have just come back: a row may lead to another one that came with it.
  update work.db_rows r set data = work.present_cells(r.database_id, i.before -> 'data'), rank = i.before ->> 'rank'
  from work.images_since(page_id, number, 'ROW') i
  where r.id = i.record_id and i.before is not null
    and row(r.data, r.rank) is distinct from row(work.present_cells(r.database_id, i.before -> 'data'), i.before ->> 'rank');
end
$$;
