-- Waits for each line, in one order for all. Lines come before the runs' own rows, so that nobody waits in a circle.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.lock_lines(agent text, keys text[]) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  insert into ops.run_lines as l (agent, ordering_key)
  select distinct lock_lines.agent, key collate "C" from unnest(lock_lines.keys) key order by 2
  on conflict (agent, ordering_key) do update set ordering_key = l.ordering_key;
end
$$;
