-- What the blocks of a template would have to be to make a tree of known types; null where they do.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.template_tree_problem(blocks jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  known text[] := '{PARAGRAPH,HEADING_1,HEADING_2,HEADING_3,BULLETED_LIST_ITEM,NUMBERED_LIST_ITEM,TO_DO,TOGGLE,QUOTE,CALLOUT,CODE,DIVIDER,IMAGE,FILE,BOOKMARK,TABLE,PAGE_EMBED,DATABASE_VIEW,ODOO_RECORD}';
begin
  if exists (select from jsonb_array_elements(blocks) b where b ->> 'type' <> all (known)) then
    return 'blocks of types that there are';
  elsif exists (
    with one as materialized (
      select b ->> 'n' as n, b ->> 'in' as above, b ->> 'type' as type from jsonb_array_elements(blocks) b
    )
    select from one c left join one p on p.n = c.above
    where c.above is not null and not coalesce(work.takes_children(p.type), false)
  ) then
    return 'blocks that stand in ones that take children';
  elsif exists (
    with recursive one as materialized (
      select b ->> 'n' as n, b ->> 'in' as above from jsonb_array_elements(blocks) b
    ), tree as (
      select o.n, 1 as depth from one o where o.above is null
      union all
      select o.n, t.depth + 1 from tree t join one o on o.above = t.n where t.depth <= 20
    )
    select from tree having count(*) < jsonb_array_length(coalesce(blocks, '[]')) or max(depth) > 20
  ) then
    return 'blocks that stand in each other at most 20 levels deep, and not in themselves';
  end if;
  return null;
end
$$;
