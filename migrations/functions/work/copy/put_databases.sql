-- Databases of a snapshot, on `page_id`, or on the copy of the page that each was on. The setting work.copying lets
-- columns and cells name what is gone, as the originals do.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.put_databases(databases jsonb, seed uuid, copies jsonb, space_id uuid, page_id uuid default null) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  perform set_config('work.copying', 'on', true);
  insert into work.databases (id, space_id, page_id, title)
  select work.copy_id(seed, (d ->> 'id')::uuid), space_id, coalesce(page_id, work.copy_id(seed, (d ->> 'pageId')::uuid)), d ->> 'title'
  from jsonb_array_elements(databases) d;
  insert into work.db_columns (space_id, database_id, name, type, options, rank)
  select space_id, work.copy_id(seed, (d ->> 'id')::uuid), c ->> 'name', c ->> 'type', work.follow_copies(c -> 'options', copies), c ->> 'rank'
  from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'columns') c;
  insert into work.db_rows (id, space_id, database_id, rank, data)
  select work.copy_id(seed, (r ->> 'id')::uuid), space_id, work.copy_id(seed, (d ->> 'id')::uuid), r ->> 'rank',
    case when carried.columns is null then r -> 'data' else work.copy_cells(r -> 'data', carried.columns, seed, copies) end
  from jsonb_array_elements(databases) d
  cross join lateral (
    select jsonb_agg(c) as columns from jsonb_array_elements(d -> 'columns') c
    where c ->> 'type' = 'URL' or (c ->> 'type' = 'RELATION' and copies ? (c #>> '{options,databaseId}'))
  ) carried
  cross join lateral jsonb_array_elements(d -> 'rows') r;
  update work.databases o set archived_at = now()
  from jsonb_array_elements(databases) d where o.id = work.copy_id(seed, (d ->> 'id')::uuid) and (d ->> 'isArchived')::boolean;
  perform set_config('work.copying', '', true);
end
$$;
