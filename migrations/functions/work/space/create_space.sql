-- Makes a space. The creator becomes admin; a service names one, or grants later. SECURITY DEFINER: the first member of a
-- space is admitted by nobody.
-- Executed by: user, service
-- Raises: TP400, TP403, TP422
-- Once per key: 'createSpace', jsonb_build_array(create_space.name, admin_id)
--   || case when create_space.language = 'english' then '[]' else to_jsonb(create_space.language) end
create or replace function work.create_space(
  name text, admin_id uuid default null, idempotency_key text default null, language text default 'english'
) returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  space_id uuid := gen_random_uuid();
begin
  perform work.check_text('name', create_space.name);
  if work.is_user() and auth.uid() is null then
    perform work.refuse('TP403', 'The token names no user, and a space has one as its admin');
  elsif work.is_user() and admin_id <> auth.uid() then
    perform work.refuse('TP400', 'Who creates a space is its admin: leave adminId out', '{"argument": "adminId"}');
  end if;
  insert into work.spaces (id, name, language) values (space_id, create_space.name, create_space.language);
  insert into work.permissions (space_id, user_id, role)
  select space_id, coalesce(auth.uid(), admin_id), 'admin' where coalesce(auth.uid(), admin_id) is not null;
  return space_id;
end
$$;
