-- Whether pgvector walks its graph on until enough rows are visible: from its version 0.8 on.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.has_iterative_scan() returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from pg_extension e where e.extname = 'vector' and string_to_array(e.extversion, '.')::int[] >= '{0,8}');
end
$$;
