-- The query that any of these queries makes.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.any_of(queries tsquery[]) returns tsquery
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  made tsquery := queries[1];
begin
  for n in 2 .. coalesce(cardinality(queries), 0) loop
    made := made || queries[n];
  end loop;
  return made;
end
$$;
