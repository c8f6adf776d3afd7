-- The lock under which a space's page tree changes its shape; of several spaces always in the same order.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.lock_tree(variadic space_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('work.pages ' || s.id, 0))
  from (select distinct unnest(space_ids)::text as id order by 1) s;
end
$$;
