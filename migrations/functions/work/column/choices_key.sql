-- The key by which a list of choices sorts: the places of its choices, the first first, in three digits each.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.choices_key(cell jsonb, places jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select to_jsonb(string_agg(lpad(p.place, 3, '0'), '' order by p.place::int))
  from jsonb_array_elements_text(cell) v, lateral (select coalesce(places ->> v, '999') as place) p
$$;
