-- The address of the picture: users write it themselves, so it is taken from https:// alone.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.shown_avatar(metadata jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  address text := coalesce(nullif(metadata ->> 'avatar_url', ''), metadata ->> 'picture');
begin
  return case when address ~ '^https://[^\s"<>\\]+$' and length(address) <= 2000 then address end;
end
$$;
