-- The block of this page that an operation names. A block that is hidden, elsewhere or nowhere reads the same.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.named_block(page_id uuid, operation jsonb, field text) returns work.blocks
language plpgsql stable set search_path = '' as $$
declare
  named work.blocks;
begin
  select b.* into named from work.blocks b
  where b.id = (operation ->> field)::uuid and b.page_id = named_block.page_id;
  if named.id is null then
    perform work.refuse_operation('TP404', format('There is no block %s on this page', operation ->> field),
      concat(operation ->> 'path', '.', field));
  end if;
  return named;
end
$$;
