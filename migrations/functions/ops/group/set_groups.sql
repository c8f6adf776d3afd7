-- Makes the groups exactly these, as the doctrine has them.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.set_groups(names text[]) returns void
language plpgsql set search_path = '' as $$
begin
  delete from ops.groups g where g.name <> all (set_groups.names);
  insert into ops.groups (name) select unnest(set_groups.names) on conflict do nothing;
end
$$;
