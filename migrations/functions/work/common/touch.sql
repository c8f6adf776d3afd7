-- Notes when a row was changed last.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.touch() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end
$$;
