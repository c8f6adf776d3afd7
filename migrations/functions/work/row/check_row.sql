-- Brings the cells of a row that a statement writes into their normal form, or refuses them. Shares the lock under which
-- columns change, so that no row is fitted to columns that are about to be others; where the viewer may not lock the
-- database, row-level security refuses the statement right after. A copied row may be related to rows that are gone, as any
-- row is that was related to them before.
-- Executed by: nobody
-- Raises: TP400, TP429
create or replace function work.check_row() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- Below another trigger it is work.migrate_cells that writes: what it converts fits, and it holds the lock.
  if pg_trigger_depth() > 1 then
    return new;
  end if;
  perform from work.databases d where d.id = new.database_id for share;
  if found then
    new.data := work.fit_row(new.database_id, new.data,
      case when tg_op = 'UPDATE' then old.data when work.is_copying() then new.data end);
  end if;
  return new;
end
$$;
