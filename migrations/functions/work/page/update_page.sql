-- Changes a page's title and links to Odoo. `changes`: title, odoo_partner_id, odoo_move_id, odoo_project_id,
-- odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id; a null takes a link away, and what is absent stays.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: mutation, jsonb_build_array(page_id, changes, expected_version)
create or replace function work.update_page(
  page_id uuid, changes jsonb, expected_version int default null, idempotency_key text default null,
  mutation text default 'updatePage'
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page work.pages;
begin
  if changes - array['title', 'odoo_partner_id', 'odoo_move_id', 'odoo_project_id', 'odoo_purchase_order_id',
    'odoo_expense_id', 'odoo_employee_id', 'odoo_task_id'] <> '{}' or changes = '{}' then
    perform work.refuse('TP400', 'Say what is to change: the title, or a link to Odoo');
  elsif changes ? 'title' then
    perform work.check_text('title', changes ->> 'title', 500);
  end if;
  page := work.lock_page(page_id, expected_version);
  page := jsonb_populate_record(page, changes);
  update work.pages p set title = page.title, odoo_partner_id = page.odoo_partner_id, odoo_move_id = page.odoo_move_id,
    odoo_project_id = page.odoo_project_id, odoo_purchase_order_id = page.odoo_purchase_order_id,
    odoo_expense_id = page.odoo_expense_id, odoo_employee_id = page.odoo_employee_id, odoo_task_id = page.odoo_task_id
  where p.id = page_id;
  return page_id;
end
$$;
