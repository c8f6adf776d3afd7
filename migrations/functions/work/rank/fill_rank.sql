-- Gives a row for which no rank was given one at the end of its list.
-- Executed by: nobody
-- Raises: TP409
create or replace function work.fill_rank() returns trigger
language plpgsql set search_path = '' as $$
declare
  last text;
begin
  if tg_table_name = 'pages' then
    perform work.lock_tree(new.space_id);
    if new.parent_id is null then
      select max(p.rank) into last from work.pages p where p.space_id = new.space_id and p.parent_id is null and p.id <> new.id;
    else
      select max(p.rank) into last from work.pages p where p.parent_id = new.parent_id and p.id <> new.id;
    end if;
    new.rank := coalesce(work.rank_between(last, null), work.page_rank(new.space_id, new.parent_id, but => new.id));
  elsif tg_table_name = 'blocks' then
    perform from work.pages p where p.id = new.page_id for no key update;
    new.rank := work.rank_beside(coalesce(new.parent_id, new.page_id), null, true, new.id);
  elsif tg_table_name = 'db_columns' then
    select max(c.rank) into last from work.db_columns c where c.database_id = new.database_id and c.id <> new.id;
    new.rank := coalesce(work.rank_between(last, null), 'a0');
  else
    select max(r.rank) into last from work.db_rows r where r.database_id = new.database_id and r.id <> new.id;
    new.rank := coalesce(work.rank_between(last, null), 'a0');
  end if;
  return new;
end
$$;
