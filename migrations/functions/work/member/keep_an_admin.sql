-- Refuses to leave a space without an admin: under the lock of the space's row, so that of two admins who leave at once the
-- second one is seen. Who is deleted, and was alone in the space, leaves it to nobody. SECURITY DEFINER: who has just left
-- sees no row any more.
-- Executed by: nobody
-- Raises: TP409
create or replace function work.keep_an_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.role <> 'admin' or (tg_op = 'UPDATE' and new.role = 'admin' and new.space_id = old.space_id) then
    return null;
  end if;
  perform from work.spaces s where s.id = old.space_id for update;
  if not found or exists (select from work.permissions p where p.space_id = old.space_id and p.role = 'admin') then
    return null;
  elsif exists (select from work.permissions p where p.space_id = old.space_id)
    or ops.is_person(old.user_id) or old.user_id::text is not distinct from (ops.claims() ->> 'sub') then
    perform work.refuse('TP409', 'A space keeps at least one admin: make another member admin first',
      jsonb_build_object('reason', 'LAST_ADMIN', 'spaceId', old.space_id));
  end if;
  return null;
end
$$;
