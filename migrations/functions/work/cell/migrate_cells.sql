-- Brings the rows to what became of a column, or refuses the change. The setting work.on_unconvertible says what becomes of
-- values that have no equal in the new type.
-- Executed by: nobody
-- Raises: TP409
create or replace function work.migrate_cells() returns trigger
language plpgsql set search_path = '' as $$
declare
  lost int;
begin
  if tg_op = 'DELETE' then
    -- A database that is deleted takes its rows with it.
    if exists (select from work.databases d where d.id = old.database_id) then
      update work.db_rows r set data = r.data - old.name where r.database_id = old.database_id and r.data ? old.name;
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' then
    perform work.carry_cells(old, new);
  end if;
  if coalesce((new.options ->> 'required')::boolean, false) then
    select count(*) into lost from work.db_rows r where r.database_id = new.database_id and not r.data ? new.name;
    if lost > 0 then
      perform work.refuse('TP409', format('%s of the rows would have no value in column %s, which is to be required', lost, to_json(new.name)),
        jsonb_build_object('column', new.name, 'rows', lost));
    end if;
  end if;
  return null;
end
$$;
