-- Checks the contents and places of the blocks that a statement changed, of those who write rows themselves.
-- Executed by: nobody
-- Raises: TP400, TP409, TP429
create or replace function work.check_changed_blocks() returns trigger
language plpgsql set search_path = '' as $$
declare
  childless record;
begin
  if row_security_active(tg_relid) or current_user = 'service_role' then
    perform work.refuse_content(c.type, work.content_problem(c.type, c.content)) from changed c join before b on b.id = c.id
    where row(c.type, c.content) is distinct from row(b.type, b.content) and work.content_problem(c.type, c.content) is not null
    limit 1;
    select c.type into childless from changed c join before b on b.id = c.id
    where c.type <> b.type and not work.takes_children(c.type) and exists (select from work.blocks i where i.inside_id = c.id) limit 1;
    if found then
      perform work.refuse('TP409', format('A block of type %s takes no children: move or delete them first', childless.type),
        '{"argument": "type"}');
    end if;
    perform work.check_block_places(array_agg(c.id), true) from changed c join before b on b.id = c.id
    where c.parent_id is distinct from b.parent_id having count(*) > 0;
  end if;
  return null;
end
$$;
