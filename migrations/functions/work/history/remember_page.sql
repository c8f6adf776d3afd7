-- Keeps what a page was before a change. SECURITY DEFINER: nobody writes history by hand.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.remember_page() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  is_moved boolean;
  is_edited boolean;
begin
  if tg_op = 'INSERT' then
    perform work.keep_changes('PAGE', array[new.id], array[new.id], array['INSERT'], array[null::jsonb]);
    return null;
  end if;
  is_moved := row(new.parent_id, new.space_id) is distinct from row(old.parent_id, old.space_id)
    or (new.rank <> old.rank and not work.is_rebalancing());
  is_edited := row(new.title, new.odoo_partner_id, new.odoo_move_id, new.odoo_project_id,
      new.odoo_purchase_order_id, new.odoo_expense_id, new.odoo_employee_id, new.odoo_task_id)
    is distinct from row(old.title, old.odoo_partner_id, old.odoo_move_id, old.odoo_project_id,
      old.odoo_purchase_order_id, old.odoo_expense_id, old.odoo_employee_id, old.odoo_task_id);
  if is_moved or is_edited or new.archived_at is distinct from old.archived_at then
    -- What it was before could be seen in the space that it comes from.
    perform work.keep_changes('PAGE', array[new.id], array[new.id],
      array[case
        when is_edited or (is_moved and new.archived_at is distinct from old.archived_at) then 'UPDATE'
        when is_moved then 'MOVE'
        when new.archived_at is null then 'RESTORE'
        when old.archived_at is null then 'ARCHIVE'
        else 'UPDATE' end],
      array[work.page_image(old)], seen_in => old.space_id);
  end if;
  return null;
end
$$;
