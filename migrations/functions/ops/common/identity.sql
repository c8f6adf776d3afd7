-- An identity as it is kept: without white space around it and without what nobody sees, and a uuid as Postgres itself
-- writes it, whatever form of one was given ("A0A0…", "{a0a0…}", "urn:uuid:a0a0…", "user:a0a0…"). Null for null.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.identity(given text) returns text
language plpgsql immutable strict set search_path = '' as $$
declare
  clean text := btrim(regexp_replace(
    translate(normalize(given, nfkc), U&'\00AD\200B\200C\200D\200E\200F\2060\FEFF', ''), '\s+', ' ', 'g'));
  bare text := regexp_replace(clean, '^(urn:uuid:|user:)', '', 'i');
begin
  if bare ~* '^([0-9a-f]{4}(-?[0-9a-f]{4}){7}|\{[0-9a-f]{4}(-?[0-9a-f]{4}){7}\})$' then
    return bare::uuid::text;
  end if;
  return clean;
end
$$;
