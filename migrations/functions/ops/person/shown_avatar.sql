-- The address of the picture: users write it themselves, so it is taken from https:// alone.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.shown_avatar(metadata jsonb) returns text
language sql immutable set search_path = '' as $$
  select case when address ~ '^https://[^\s"<>\\]+$' and length(address) <= 2000 then address end
  from coalesce(nullif(metadata ->> 'avatar_url', ''), metadata ->> 'picture') address
$$;
