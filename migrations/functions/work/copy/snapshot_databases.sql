-- The databases of pages with columns and rows, the smallest first, as long as they have no more rows than that together:
-- [{"id", "pageId", "title", "isArchived", "columns", "rows"}].
-- Executed by: user, service
-- Raises: nothing
create or replace function work.snapshot_databases(page_ids uuid[], most_rows int) returns jsonb
language sql stable set search_path = '' as $$
  with counted as (
    select d.*, (select count(*) from work.db_rows r where r.database_id = d.id) as n
    from work.databases d where d.page_id = any (page_ids)
  ), chosen as (
    select c.*, sum(c.n) over (order by c.n, c.id) as total from counted c
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'pageId', d.page_id, 'title', d.title, 'isArchived', d.archived_at is not null,
    'columns', (select coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'type', c.type, 'options', c.options, 'rank', c.rank)
      order by c.rank, c.id), '[]') from work.db_columns c where c.database_id = d.id),
    'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'rank', r.rank, 'data', r.data) order by r.rank, r.id), '[]')
      from work.db_rows r where r.database_id = d.id)) order by d.created_at, d.id), '[]')
  from chosen d where d.total <= most_rows
$$;
