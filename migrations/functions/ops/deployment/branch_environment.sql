-- The environment that builds of a branch go to: PULL_REQUEST, STAGING or PRODUCTION; null of a branch that has none.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.branch_environment(branch text) returns text
language sql immutable set search_path = '' as $$
  select r.rule ->> 'environment'
  from jsonb_array_elements(ops.promotion_rules() -> 'branches') with ordinality r (rule, place)
  where ops.is_branch_of(branch_environment.branch, r.rule ->> 'pattern')
  order by r.place limit 1
$$;
