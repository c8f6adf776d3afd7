-- A run of signs as its overlapping pairs, which is how such signs are searched for.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.sign_pairs(run text, is_asked boolean) returns text
language sql immutable parallel safe set search_path = '' as $$
  select string_agg(s.signs[n] || coalesce(s.signs[n + 1], ''), ' ' order by n)
  from (select string_to_array(run, null) as signs) s,
    generate_series(1, cardinality(s.signs) - case when is_asked and cardinality(s.signs) > 1 then 1 else 0 end) n
$$;
