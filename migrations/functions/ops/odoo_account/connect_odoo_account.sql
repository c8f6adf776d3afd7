-- Begins to connect a person's own user in Odoo, for a full user alone, and answers whose it will be. Which user of Odoo it
-- is, the gateway has asked Odoo, and says in ops.keep_odoo_account, in the same transaction: nobody can claim to be one.
-- Executed by: user
-- Raises: TP400, TP403
create or replace function ops.connect_odoo_account(odoo_instance text) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  person uuid := work.user_id();
begin
  perform ops.check_text('odooInstance', connect_odoo_account.odoo_instance);
  if person is null then
    perform ops.refuse('TP403', 'Only a person connects a user of Odoo, and nobody does it for another');
  end if;
  return person;
end
$$;
