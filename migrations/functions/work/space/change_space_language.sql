-- Sets the language of a space, which is the one that its words are searched in: an admin's affair.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'changeSpaceLanguage', jsonb_build_array(space_id, language, expected_version)
create or replace function work.change_space_language(
  space_id uuid, language text, expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  perform work.lock_space(change_space_language.space_id, expected_version);
  update work.spaces s set language = change_space_language.language where s.id = change_space_language.space_id;
  return change_space_language.space_id;
end
$$;
