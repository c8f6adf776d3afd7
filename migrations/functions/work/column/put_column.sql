-- Adds a column right after the last one of a database that is locked.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.put_column(database_id uuid, name text, type text, options jsonb) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  given jsonb := case when jsonb_typeof(options) = 'object' then options else '{}' end;
  column_id uuid;
begin
  perform work.check_column_type(type);
  if work.takes_choices(type) and not given ? 'choices' then
    given := given || jsonb_build_object('choices',
      case when type = 'STATUS' then '["To do", "In progress", "Done"]'::jsonb else '[]' end);
  end if;
  insert into work.db_columns as c (space_id, database_id, name, type, options, rank)
  select d.space_id, d.id, name, type, given,
    coalesce(work.rank_between((select max(o.rank) from work.db_columns o where o.database_id = d.id), null), 'a0')
  from work.databases d where d.id = database_id
  returning c.id into column_id;
  return column_id;
end
$$;
