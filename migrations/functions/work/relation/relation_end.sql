-- The space of a page, row or database that an editor relates; hidden and absent are refused in the same words.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409
create or replace function work.relation_end(kind text, id uuid) returns uuid
language plpgsql stable set search_path = '' as $$
#variable_conflict use_variable
declare
  space_id uuid;
  archived_at timestamptz;
begin
  if kind = 'PAGE' then
    select p.space_id, p.archived_at into space_id, archived_at from work.pages p where p.id = relation_end.id;
  elsif kind = 'ROW' then
    select r.space_id, p.archived_at into space_id, archived_at
    from work.db_rows r join work.databases d on d.id = r.database_id join work.pages p on p.id = d.page_id
    where r.id = relation_end.id;
  elsif kind = 'DATABASE' then
    select d.space_id, p.archived_at into space_id, archived_at
    from work.databases d join work.pages p on p.id = d.page_id where d.id = relation_end.id;
  else
    perform work.refuse('TP400', 'A relation is one of a PAGE, a ROW or a DATABASE', '{"argument": "kind"}');
  end if;
  if space_id is null then
    perform work.refuse('TP404', format('There is no %s %s', lower(kind), id));
  end if;
  perform work.require_role(space_id, 'editor');
  if archived_at is not null then
    perform work.refuse('TP409', 'The page is archived: restore it first');
  end if;
  return space_id;
end
$$;
