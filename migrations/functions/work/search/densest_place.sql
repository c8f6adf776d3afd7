-- Where in a text, sign by sign, most of what is wanted stands within the next 180.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.densest_place(content text, wanted text) returns int
language sql immutable parallel safe set search_path = '' as $$
  with found as materialized (
    select sum(length(m.part[1])) over (order by m.n) - length(m.part[2]) as place, length(m.part[2]) as weight
    from regexp_matches(content, '(.*?(' || wanted || '))', 'g') with ordinality as m (part, n)
  )
  select f.place::int + 1 from found f
  order by (select sum(g.weight) from found g where g.place between f.place and f.place + 180) desc, f.place limit 1
$$;
