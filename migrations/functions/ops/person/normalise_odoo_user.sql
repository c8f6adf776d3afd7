-- Writes what names a user of Odoo in one form, so that a link is not taken again with a space after it.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.normalise_odoo_user() returns trigger language plpgsql set search_path = '' as $$
begin
  new.odoo_instance := ops.identity(new.odoo_instance);
  new.odoo_user_id := ops.identity(new.odoo_user_id);
  new.login := ops.identity(new.login);
  return new;
end
$$;
