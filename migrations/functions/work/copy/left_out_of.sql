-- What stands on pages and a copy of them does not have, and why.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.left_out_of(page_ids uuid[], databases jsonb, files uuid[], with_files boolean) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce((
    select jsonb_agg(work.left_out('DATABASE', d.id, d.title, 'With it the databases would have more than 2000 rows') order by d.created_at, d.id)
    from work.databases d
    where d.page_id = any (page_ids) and not databases @> jsonb_build_array(jsonb_build_object('id', d.id))), '[]')
  || coalesce((
    select jsonb_agg(work.left_out('ATTACHMENT', a.id, a.name, case
      when a.status <> 'CONFIRMED' then 'Its file has not arrived yet'
      when not with_files then 'No storage for attachments is configured'
      else 'At most 200 files are copied at once' end) order by a.created_at, a.id)
    from work.attachments a where a.page_id = any (page_ids) and a.id <> all (files)), '[]')
$$;
