-- Makes a page: beside another one, below one, or at the top of a space.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'createPage', jsonb_build_array(
--   title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id)
--   || coalesce(nullif(jsonb_build_array(odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id),
--     '[null, null, null, null]'), '[]')
create or replace function work.create_page(
  title text, space_id uuid default null, parent_id uuid default null, after_id uuid default null, before_id uuid default null,
  odoo_partner_id int default null, odoo_move_id int default null, odoo_project_id int default null,
  odoo_purchase_order_id int default null, odoo_expense_id int default null,
  odoo_employee_id int default null, odoo_task_id int default null,
  idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  place record;
  page_id uuid;
begin
  perform work.check_text('title', title, 500);
  place := work.resolve_place(space_id, parent_id, after_id, before_id);
  perform work.require_role(place.space_id, 'editor');
  perform work.lock_tree(place.space_id);
  insert into work.pages as p (space_id, parent_id, title, rank, odoo_partner_id, odoo_move_id, odoo_project_id,
    odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id)
  values (place.space_id, place.parent_id, title, work.page_rank(place.space_id, place.parent_id, after_id, before_id),
    odoo_partner_id, odoo_move_id, odoo_project_id, odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id)
  returning p.id into page_id;
  return page_id;
end
$$;
