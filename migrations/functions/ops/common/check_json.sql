-- Refuses JSON of more than 262144 bytes: larger things belong into object storage.
-- Executed by: nobody
-- Raises: TP400
create or replace function ops.check_json(what text, value jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  if octet_length(value::text) > 262144 then
    perform ops.refuse('TP400', format(
      '"%s" has %s bytes as JSON: at most 262144 are kept here; put it into object storage and record it as an artifact',
      what, octet_length(value::text)));
  end if;
end
$$;
