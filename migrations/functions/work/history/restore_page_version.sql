-- The page as it was at a version, or right after an entry: its title and links to Odoo, its blocks, its databases with
-- their columns and rows. Where it stands, and whether it is archived, stays. Itself a change, which can be undone.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422, TP429
-- Once per key: 'restorePageVersion',
--   jsonb_build_array(page_id, version, entry_id, expected_version)
create or replace function work.restore_page_version(
  page_id uuid, version int default null, entry_id uuid default null, expected_version int default null,
  idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  entry work.page_history;
begin
  perform work.lock_page(page_id, expected_version);
  entry := work.find_entry(page_id, version, entry_id);
  if (select count(*) from work.page_history h join work.history_changes c on c.entry_id = h.id
      where h.page_id = page_id and h.number > entry.number) > 50000 then
    perform work.refuse('TP429', 'More than 50000 changes came since then: go back in several steps, the latest first');
  end if;
  perform set_config('work.restoring', entry.version::text, true);
  update work.pages p set title = i.before ->> 'title', odoo_partner_id = (i.before ->> 'partnerId')::int,
    odoo_move_id = (i.before ->> 'moveId')::int, odoo_project_id = (i.before ->> 'projectId')::int,
    odoo_purchase_order_id = (i.before ->> 'purchaseOrderId')::int, odoo_expense_id = (i.before ->> 'expenseId')::int,
    odoo_employee_id = (i.before ->> 'employeeId')::int, odoo_task_id = (i.before ->> 'taskId')::int
  from work.images_since(page_id, entry.number, 'PAGE') i
  where p.id = page_id and i.before is not null
    and row(p.title, p.odoo_partner_id, p.odoo_move_id, p.odoo_project_id,
      p.odoo_purchase_order_id, p.odoo_expense_id, p.odoo_employee_id, p.odoo_task_id) is distinct from row(i.before ->> 'title',
      (i.before ->> 'partnerId')::int, (i.before ->> 'moveId')::int, (i.before ->> 'projectId')::int,
      (i.before ->> 'purchaseOrderId')::int, (i.before ->> 'expenseId')::int, (i.before ->> 'employeeId')::int, (i.before ->> 'taskId')::int);
  perform work.put_databases_back(page_id, entry.number);
  perform work.put_blocks_back(page_id, entry.number);
  perform set_config('work.restoring', '', true);
  return page_id;
end
$$;
