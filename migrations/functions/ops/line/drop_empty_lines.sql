-- Removes those of an agent's lines in which no run stands any more.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.drop_empty_lines(agent text, keys text[]) returns void
language sql set search_path = '' as $$
  delete from ops.run_lines l
  where l.agent = drop_empty_lines.agent and l.ordering_key = any (drop_empty_lines.keys)
    and not exists (select from ops.run_places p where p.agent = l.agent and p.ordering_key = l.ordering_key)
$$;
