-- A change leaves with the entry of the log that told of it.
-- Executed by: nobody
-- Raises: nothing
create or replace function odoo.forget_changes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from odoo.changes c using gone g where c.id = g.id;
  return null;
end
$$;
