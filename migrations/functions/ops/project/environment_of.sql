-- The id of a project's environment by its name; refuses a name that the project does not have.
-- Executed by: nobody
-- Raises: TP400
create or replace function ops.environment_of(project_id uuid, name text) returns uuid
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare
  found_id uuid;
begin
  select e.id into found_id from ops.environments e
  where e.project_id = environment_of.project_id and e.name = environment_of.name;
  if found_id is null then
    perform ops.refuse('TP400', 'The environment must be DEV, STAGING or PRODUCTION', '{"argument": "environment"}');
  end if;
  return found_id;
end
$$;
