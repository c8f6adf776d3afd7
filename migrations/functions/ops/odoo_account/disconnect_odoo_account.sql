-- Forgets the key of the asking person's own user in Odoo, and which one it is.
-- Executed by: user
-- Raises: TP400, TP403, TP404
create or replace function ops.disconnect_odoo_account(odoo_instance text) returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  person uuid := ops.connect_odoo_account(disconnect_odoo_account.odoo_instance);
  forgotten uuid;
begin
  -- A link without a key is somebody else's word, and not this person's to take back.
  delete from ops.odoo_users u
  where u.user_id = person and u.odoo_instance = ops.identity(disconnect_odoo_account.odoo_instance)
    and exists (select from tripoint.odoo_keys k where k.link_id = u.id)
  returning u.id into forgotten;
  if forgotten is null then
    perform ops.refuse('TP404', 'You have connected no user of Odoo');
  end if;
  return person;
end
$$;
