-- Gives a space another name: an admin's affair.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'renameSpace', jsonb_build_array(space_id, name, expected_version)
create or replace function work.rename_space(space_id uuid, name text, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  perform work.check_text('name', rename_space.name);
  perform work.lock_space(rename_space.space_id, expected_version);
  update work.spaces s set name = rename_space.name where s.id = rename_space.space_id;
  return rename_space.space_id;
end
$$;
