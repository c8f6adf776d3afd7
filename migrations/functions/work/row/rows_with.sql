-- The rows of a database that hold these cells; null where they are more than a thousand, which a scan in the order of
-- the answer meets soon. SECURITY DEFINER: see above. The space of a row is that of its database.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.rows_with(database_id uuid, cells jsonb) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  ids uuid[];
begin
  if work.is_user() and not exists (
    select from work.databases d where d.id = rows_with.database_id and d.space_id in (select work.my_space_ids())
  ) then
    return '{}';
  end if;
  ids := array(select r.id from work.db_rows r
    where work.keyed_cells(r.database_id, r.data) @> work.keyed_cells(rows_with.database_id, rows_with.cells) limit 1001);
  return case when cardinality(ids) <= 1000 then ids end;
end
$$;
