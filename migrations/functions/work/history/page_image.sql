-- What a page was, for the history, in the names of the API.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.page_image(page work.pages) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('title', page.title, 'spaceId', page.space_id, 'parentId', page.parent_id, 'rank', page.rank,
    'archivedAt', page.archived_at, 'partnerId', page.odoo_partner_id, 'moveId', page.odoo_move_id,
    'projectId', page.odoo_project_id, 'purchaseOrderId', page.odoo_purchase_order_id, 'expenseId', page.odoo_expense_id,
    'employeeId', page.odoo_employee_id, 'taskId', page.odoo_task_id)
$$;
