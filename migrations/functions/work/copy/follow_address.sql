-- An address with the ids of copies in it, each written as the original's was.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.follow_address(address text, copies jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  made text := address;
  id text;
  copy text;
begin
  for id in select distinct m.found[1] from regexp_matches(address, work.id_pattern(), 'gi') m (found) loop
    copy := copies ->> (id::uuid)::text;
    if copy is not null then
      made := replace(made, id, case when id like '%-%' then copy else replace(copy, '-', '') end);
    end if;
  end loop;
  return made;
end
$$;
