-- The row, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.find_row(row_id uuid) returns work.db_rows
language plpgsql stable set search_path = '' as $$
declare
  found_one work.db_rows;
begin
  select r.* into found_one from work.db_rows r where r.id = find_row.row_id;
  if found_one.id is null then
    perform work.refuse('TP404', format('There is no row %s', find_row.row_id));
  end if;
  return found_one;
end
$$;
