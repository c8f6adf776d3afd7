-- Refuses a client's change of what stands on an archived page. Runs after the triggers that note a change, under whose lock
-- of the page it looks.
-- Executed by: nobody
-- Raises: TP409
create or replace function work.refuse_archived() returns trigger
language plpgsql set search_path = '' as $$
declare
  page_ids uuid[] := '{}';
  database_ids uuid[] := '{}';
  what text;
begin
  if current_setting('role') = 'none' then
    return null;
  elsif tg_table_name in ('db_columns', 'db_rows') then
    database_ids := array(select distinct c.database_id from changed c);
  elsif tg_table_name = 'relations' then
    page_ids := array(select c.from_page_id from changed c union select c.to_page_id from changed c
      union select d.page_id from changed c join work.databases d on d.id in (c.from_database_id, c.to_database_id)
      union select d.page_id from changed c join work.db_rows r on r.id in (c.from_row_id, c.to_row_id)
        join work.databases d on d.id = r.database_id);
  else
    page_ids := array(select distinct c.page_id from changed c);
  end if;
  what := work.archived_among(page_ids, database_ids);
  if what is not null and tg_op = 'UPDATE' then
    -- What follows from a change of another row, such as the space, is none of this one's.
    select array_agg((v.row ->> 'page_id')::uuid), array_agg((v.row ->> 'database_id')::uuid) into page_ids, database_ids
    from (
      select to_jsonb(c) as row, to_jsonb(b) as was from changed c join before b on b.id = c.id
    ) v
    where v.row - '{space_id,version,updated_at,columns_changed_in}'::text[] - case when work.is_rebalancing() then 'rank' else '' end
      is distinct from v.was - '{space_id,version,updated_at,columns_changed_in}'::text[] - case when work.is_rebalancing() then 'rank' else '' end;
    what := work.archived_among(page_ids, database_ids);
  end if;
  if what is not null then
    perform work.refuse('TP409', format('The %s is archived: restore it first', what));
  end if;
  return null;
end
$$;
