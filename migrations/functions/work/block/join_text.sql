-- The first content with the second's text after its own. Marks that meet at the seam become one, as before a split.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.join_text(content jsonb, added jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  with seam as (
    select work.utf16_length(coalesce(content ->> 'text', '')) as at
  ), before as (
    select m.n, m.mark, m.mark - 'from' - 'to' as kind, (m.mark ->> 'to')::int = seam.at as meets
    from seam, jsonb_array_elements(coalesce(content -> 'marks', '[]')) with ordinality m (mark, n)
  ), after as (
    select m.n, m.mark - 'from' - 'to' as kind, (m.mark ->> 'from')::int = 0 as meets,
      m.mark || jsonb_build_object('from', (m.mark ->> 'from')::int + seam.at, 'to', (m.mark ->> 'to')::int + seam.at) as mark
    from seam, jsonb_array_elements(coalesce(added -> 'marks', '[]')) with ordinality m (mark, n)
  ), joined as (
    select 1 as side, b.n, case when a.mark is null then b.mark else b.mark || jsonb_build_object('to', a.mark -> 'to') end as mark
    from before b left join after a on a.meets and b.meets and a.kind = b.kind
    union all
    select 2, a.n, a.mark from after a
    where not (a.meets and exists (select from before b where b.meets and b.kind = a.kind))
  )
  select work.with_text(content, coalesce(content ->> 'text', '') || coalesce(added ->> 'text', ''),
    (select jsonb_agg(mark order by side, n) from joined))
$$;
