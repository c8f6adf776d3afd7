-- Refuses to leave a space without an admin: under the lock of the space's row, so that of two admins who leave at once the
-- second one is seen. SECURITY DEFINER: who has just left sees no row any more.
-- Executed by: nobody
-- Raises: TP409
create or replace function work.keep_an_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.role <> 'admin' or (tg_op = 'UPDATE' and new.role = 'admin' and new.space_id = old.space_id) then
    return null;
  end if;
  perform from work.spaces s where s.id = old.space_id for update;
  if found and not exists (select from work.permissions p where p.space_id = old.space_id and p.role = 'admin') then
    perform work.refuse('TP409', 'A space keeps at least one admin: make another member admin first');
  end if;
  return null;
end
$$;
