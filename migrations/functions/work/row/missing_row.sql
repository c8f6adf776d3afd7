-- The first of the ids that is no row of the database, to the viewer; null where each is.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.missing_row(ids jsonb, database_id uuid) returns text
language sql stable set search_path = '' as $$
  select v from jsonb_array_elements_text(ids) v
  where not exists (select from work.db_rows r where r.id = v::uuid and r.database_id = missing_row.database_id) limit 1
$$;
