-- Gives a space another name: an admin's affair.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.rename_space(space_id uuid, name text, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'renameSpace', jsonb_build_array(space_id, name, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('name', rename_space.name);
  perform work.lock_space(rename_space.space_id, expected_version);
  update work.spaces s set name = rename_space.name where s.id = rename_space.space_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', rename_space.space_id));
  return rename_space.space_id;
end
$$;
