-- The column, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.find_column(column_id uuid) returns work.db_columns
language plpgsql stable set search_path = '' as $$
declare
  found_one work.db_columns;
begin
  select c.* into found_one from work.db_columns c where c.id = find_column.column_id;
  if found_one.id is null then
    perform work.refuse('TP404', format('There is no column %s', find_column.column_id));
  end if;
  return found_one;
end
$$;
