-- The space, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.find_space(space_id uuid) returns work.spaces
language plpgsql stable set search_path = '' as $$
declare
  space work.spaces;
begin
  select s.* into space from work.spaces s where s.id = find_space.space_id;
  if space.id is null then
    perform work.refuse('TP404', format('There is no space %s', find_space.space_id));
  end if;
  return space;
end
$$;
