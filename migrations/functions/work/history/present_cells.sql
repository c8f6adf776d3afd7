-- The cells without columns that are not there, and without relations to rows that are not there.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.present_cells(database_id uuid, cells jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(c.name, case
      when c.type <> 'RELATION' then cells -> c.name
      else (select coalesce(jsonb_agg(v order by n), '[]') from jsonb_array_elements(cells -> c.name) with ordinality e (v, n)
        where exists (select from work.db_rows r
          where r.id = (v #>> '{}')::uuid and r.database_id = (c.options ->> 'databaseId')::uuid))
      end), '{}')
  from work.db_columns c where c.database_id = present_cells.database_id and cells ? c.name
$$;
