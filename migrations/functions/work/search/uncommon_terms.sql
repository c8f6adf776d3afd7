-- Without those that more than 2 % of some 300 chunks of these spaces have: they find too much.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.uncommon_terms(terms tsquery[], spaces uuid[]) returns tsquery[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    with sampled as materialized (
      select c.tsv || '' as tsv from unnest(spaces) as u (space_id) cross join lateral (
        select s.tsv from work.search_index s where s.space_id = u.space_id limit greatest(1, 300 / cardinality(spaces))
      ) c limit 300
    )
    select t from unnest(terms) as t where (select count(*) from sampled s where s.tsv @@ t) <= 6);
end
$$;
