-- Puts columns back as they were after an entry, but not required yet. Values that the type of then does not know are
-- cleared: the rows come next.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.put_columns_back(page_id uuid, number int) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  was record;
begin
  perform set_config('work.on_unconvertible', 'CLEAR', true);
  for was in
    select i.record_id, d.id as database_id, d.space_id, i.before ->> 'name' as name, i.before ->> 'type' as type,
      i.before -> 'options' as options, i.before ->> 'rank' as rank
    from work.images_since(page_id, number, 'COLUMN') i
    join work.databases d on d.id = (i.before ->> 'databaseId')::uuid and d.page_id = page_id
    order by i.before ->> 'rank', i.record_id
  loop
    -- Another column has the name now: its own turn comes.
    update work.db_columns c set name = c.id::text
    where c.database_id = was.database_id and c.name = was.name and c.id <> was.record_id;
    update work.db_columns c set name = was.name, type = was.type, options = was.options - 'required', rank = was.rank
    where c.id = was.record_id;
    if not found then
      insert into work.db_columns (id, space_id, database_id, name, type, options, rank)
      values (was.record_id, was.space_id, was.database_id, was.name, was.type, was.options - 'required', was.rank);
    end if;
  end loop;
  perform set_config('work.on_unconvertible', '', true);
end
$$;
