-- Copies pages with their blocks, databases and links to Odoo. `ids` begins with the root, and has those above before those
-- below.
-- Executed by: user, service
-- Raises: TP403, TP409
create or replace function work.copy_pages(root work.pages, ids uuid[], title text, with_files boolean) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  seed uuid := gen_random_uuid();
  databases jsonb := work.snapshot_databases(ids, 2000);
  files uuid[] := work.files_to_copy(ids, with_files);
  named uuid[] := array(select distinct n from work.blocks b, work.named_ids(b.content) n where b.page_id = any (ids));
  copies jsonb := work.copies_of(seed, ids || files || work.snapshot_ids(databases, named)
    || array(select b.id from work.blocks b where b.page_id = any (ids) and b.id = any (named)));
  root_rank text := work.page_rank(root.space_id, root.parent_id, root.id);
begin
  insert into work.pages (id, space_id, parent_id, title, rank, odoo_partner_id, odoo_move_id, odoo_project_id,
    odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id)
  select work.copy_id(seed, p.id), p.space_id, case when p.id = root.id then p.parent_id else work.copy_id(seed, p.parent_id) end,
    case when p.id = root.id then coalesce(title, left(p.title, 493) || ' (copy)') else p.title end,
    case when p.id = root.id then root_rank else p.rank end, p.odoo_partner_id, p.odoo_move_id, p.odoo_project_id,
    p.odoo_purchase_order_id, p.odoo_expense_id, p.odoo_employee_id, p.odoo_task_id
  from unnest(ids) with ordinality as i (id, n) join work.pages p on p.id = i.id order by i.n;
  perform work.put_databases(databases, seed, copies, root.space_id);
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  select work.copy_id(seed, b.id), b.space_id, work.copy_id(seed, b.page_id), work.copy_id(seed, b.parent_id), b.rank, b.type,
    work.follow_copies(b.content, copies)
  from work.blocks b where b.page_id = any (ids);
  return jsonb_build_object('id', work.copy_id(seed, root.id),
    'files', (
      select work.copy_attachments(coalesce(jsonb_agg(jsonb_build_object('from', a.id, 'to', work.copy_id(seed, a.id),
        'pageId', work.copy_id(seed, a.page_id), 'blockId', work.copy_id(seed, a.block_id))), '[]'), root.space_id)
      from work.attachments a where a.id = any (files)),
    'leftOut', work.left_out_of(ids, databases, files, with_files));
end
$$;
