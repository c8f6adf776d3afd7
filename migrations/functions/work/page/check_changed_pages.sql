-- Refuses a change of archived pages by a statement of a client, and one that brings a page back, or puts it, below an
-- archived one.
-- Executed by: nobody
-- Raises: TP409
create or replace function work.check_changed_pages() returns trigger
language plpgsql set search_path = '' as $$
begin
  if current_setting('role') = 'none' then
    return null;
  end if;
  -- A page follows the one above it into another space, archived or not.
  if exists (
    select from changed c join before b on b.id = c.id
    where b.archived_at is not null and c.archived_at is not null and (
      row(c.title, c.parent_id, c.odoo_partner_id, c.odoo_move_id, c.odoo_project_id,
        c.odoo_purchase_order_id, c.odoo_expense_id, c.odoo_employee_id, c.odoo_task_id)
        is distinct from row(b.title, b.parent_id, b.odoo_partner_id, b.odoo_move_id, b.odoo_project_id,
        b.odoo_purchase_order_id, b.odoo_expense_id, b.odoo_employee_id, b.odoo_task_id)
      or c.rank <> b.rank and not work.is_rebalancing() or c.space_id <> b.space_id and c.parent_id is null)
  ) then
    perform work.refuse('TP409', 'The page is archived: restore it first');
  elsif exists (
    select from changed c join before b on b.id = c.id join work.pages above on above.id = c.parent_id
    where c.archived_at is null and above.archived_at is not null
      and (b.archived_at is not null or c.parent_id is distinct from b.parent_id)
  ) then
    perform work.refuse('TP409', 'The page above it is archived: restore that one first');
  end if;
  return null;
end
$$;
