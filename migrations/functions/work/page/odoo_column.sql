-- The column of a page that keeps the id of an Odoo record, for display.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.odoo_column(kind text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if kind is null
    or kind not in ('PARTNER', 'MOVE', 'PROJECT', 'PURCHASE_ORDER', 'EXPENSE', 'EMPLOYEE', 'TASK') then
    perform work.refuse('TP400', 'A page links to a PARTNER, MOVE, PROJECT, PURCHASE_ORDER, EXPENSE, EMPLOYEE or TASK', '{"argument": "kind"}');
  end if;
  return 'odoo_' || lower(kind) || '_id';
end
$$;
