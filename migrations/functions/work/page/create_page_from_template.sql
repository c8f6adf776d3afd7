-- Makes a page as work.create_page does, with the template's blocks on it; the template may be one of another space that
-- the viewer reads. Answers {"id", "files", "leftOut"}.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'createPage', jsonb_build_array(
--   title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id, template_id)
--   || coalesce(nullif(jsonb_build_array(odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id),
--     '[null, null, null, null]'), '[]')
create or replace function work.create_page_from_template(
  template_id uuid, title text, space_id uuid default null, parent_id uuid default null, after_id uuid default null,
  before_id uuid default null, odoo_partner_id int default null, odoo_move_id int default null,
  odoo_project_id int default null,
  odoo_purchase_order_id int default null, odoo_expense_id int default null,
  odoo_employee_id int default null, odoo_task_id int default null, idempotency_key text default null, with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  template work.templates;
  page_id uuid;
  made jsonb;
begin
  select t.* into template from work.templates t where t.id = template_id;
  if template.id is null then
    perform work.refuse('TP404', format('There is no template %s', template_id));
  end if;
  page_id := work.create_page(title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id,
    odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id);
  made := work.fill_from_template(work.find_page(page_id), template, with_files);
  return made;
end
$$;
