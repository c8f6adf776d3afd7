-- Whether a value is a list without repetition, of at most `most` members.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_set(value jsonb, most int) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_typeof(value) = 'array' and jsonb_array_length(value) <= most
    and (select count(distinct v) = count(*) from jsonb_array_elements(value) v);
end
$$;
