-- Refuses a client's change of what is archived; its argument says what that is.
-- Executed by: nobody
-- Raises: TP409
create or replace function work.refuse_archived_row() returns trigger
language plpgsql set search_path = '' as $$
begin
  if row_security_active(tg_relid) or current_user = 'service_role' then
    perform work.refuse('TP409', format('The %s is archived: restore it first', tg_argv[0]));
  end if;
  return null;
end
$$;
