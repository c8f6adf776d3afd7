-- After the row, so that policies refuse first: who may not write the row does not learn who exists. Who asks exists: the
-- token says so. What the owner writes without claims, such as a restore, passes.
-- Executed by: nobody
-- Raises: TP404
create or replace function ops.check_person() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
begin
  if claims is not null and claims ->> 'sub' is distinct from new.user_id::text and not ops.is_person(new.user_id) then
    raise exception 'There is no user %', new.user_id
      using errcode = 'TP404', detail = '{"argument": "userId"}';
  end if;
  return null;
end
$$;
