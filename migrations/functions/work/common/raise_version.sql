-- One more with every change; not when a row only follows its page or database into another space.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.raise_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  if to_jsonb(new) - 'space_id' - 'version' is not distinct from to_jsonb(old) - 'space_id' - 'version' then
    new.version := old.version;
  else
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  return new;
end
$$;
