-- The space under its row's lock, for one of its admins.
-- Executed by: user, service
-- Raises: TP403, TP404, TP409
create or replace function work.lock_space(space_id uuid, expected_version int default null, open boolean default true)
returns work.spaces
language plpgsql set search_path = '' as $$
declare
  space work.spaces;
begin
  perform work.require_role(lock_space.space_id, 'admin', open);
  select s.* into space from work.spaces s where s.id = lock_space.space_id for no key update;
  if space.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.check_version(expected_version, space.version);
  return space;
end
$$;
