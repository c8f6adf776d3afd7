-- A page's version rises by one in each transaction that changes the page or its blocks, whatever a statement sets.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.raise_page_version() returns trigger
language plpgsql set search_path = '' as $$
declare
  is_changed boolean := new.version is distinct from old.version
    or row(new.title, new.parent_id, new.space_id, new.archived_at, new.odoo_partner_id, new.odoo_move_id,
      new.odoo_project_id, new.odoo_purchase_order_id, new.odoo_expense_id, new.odoo_employee_id, new.odoo_task_id)
      is distinct from
      row(old.title, old.parent_id, old.space_id, old.archived_at, old.odoo_partner_id, old.odoo_move_id,
      old.odoo_project_id, old.odoo_purchase_order_id, old.odoo_expense_id, old.odoo_employee_id, old.odoo_task_id)
    or (new.rank is distinct from old.rank and not work.is_rebalancing());
begin
  new.version := old.version;
  new.versioned_in := old.versioned_in;
  new.changed_in := pg_current_xact_id();
  if is_changed then
    new.updated_at := now();
    if old.versioned_in <> pg_current_xact_id() then
      new.version := old.version + 1;
      new.versioned_in := pg_current_xact_id();
    end if;
  end if;
  return new;
end
$$;
