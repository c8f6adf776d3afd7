-- A value by the names that the choices of its column have got since an entry.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.renamed_since(value jsonb, column_id uuid, page_id uuid, number int) returns jsonb
language plpgsql stable set search_path = '' as $$
#variable_conflict use_variable
declare
  renamed jsonb;
begin
  for renamed in
    select c.before -> 'renamed' from work.page_history h join work.history_changes c on c.entry_id = h.id
    where h.page_id = page_id and h.number > number and c.kind = 'COLUMN' and c.record_id = column_id and c.before ? 'renamed'
    order by h.number
  loop
    value := work.rename_choices(value, renamed);
  end loop;
  return value;
end
$$;
