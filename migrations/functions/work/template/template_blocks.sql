-- {"blocks", "attachments"} of a page, with the files by the ids that they have in the template.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.template_blocks(page_id uuid, files uuid[], template_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  with numbered as materialized (
    select b.*, row_number() over (order by b.rank, b.id) as n from work.blocks b where b.page_id = template_blocks.page_id
  ), named as materialized (
    select distinct i.id from numbered b, work.named_ids(b.content) i (id)
  )
  select jsonb_build_object(
    'blocks', (
      select coalesce(jsonb_agg(jsonb_build_object('n', b.n, 'in', above.n, 'rank', b.rank, 'type', b.type,
        'content', work.follow_copies(b.content, work.copies_of(template_blocks.template_id, files)))
        || case when b.id in (select id from named) then jsonb_build_object('id', b.id) else '{}' end order by b.n), '[]')
      from numbered b left join numbered above on above.id = b.parent_id),
    'attachments', (
      select coalesce(jsonb_agg(jsonb_build_object('id', work.copy_id(template_blocks.template_id, a.id), 'n', b.n)), '[]')
      from work.attachments a left join numbered b on b.id = a.block_id where a.id = any (files)))
$$;
